import type { Sheet } from '@/session/canvas';

export interface Paper {
  width: number;
  height: number;
}

export const ink = '#22302b';
export const quiet = '#52605a';
export const act = '#0b6b50';
export const alarm = '#b3261e';
export const line = '#8b8374';
const usualEdge = 96;
const fonts =
  '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif';

/** Draws from the top down; remembers how far it has come. */
export class Pen {
  y: number;

  constructor(
    readonly context: Sheet['context'],
    readonly paper: Paper,
    readonly edge = usualEdge,
  ) {
    this.y = edge;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, paper.width, paper.height);
    context.textBaseline = 'top';
  }

  font(size: number, bold = false): void {
    this.context.font = `${bold ? 'bold ' : ''}${size}px ${fonts}`;
  }

  /** A text in as many lines as it needs; `align` centre is the middle of the paper. */
  text(
    text: string,
    at: {
      size: number;
      bold?: boolean;
      colour?: string;
      x?: number;
      width?: number;
      centre?: boolean;
    },
  ): void {
    const { paper, edge } = this;
    const { size, bold = false, colour = ink, x = edge, centre = false } = at;
    const width = at.width ?? paper.width - edge - x;
    this.font(size, bold);
    this.context.fillStyle = colour;
    this.context.textAlign = centre ? 'center' : 'left';
    for (const part of this.wrapped(text, width)) {
      this.context.fillText(part, centre ? paper.width / 2 : x, this.y);
      this.y += size * 1.4;
    }
  }

  rule(): void {
    const { paper, edge } = this;
    this.context.fillStyle = line;
    this.context.fillRect(edge, this.y, paper.width - edge * 2, 2);
    this.y += 28;
  }

  /** Chinese may break after any character, but no line begins with a mark or cuts a number. */
  private wrapped(text: string, width: number): string[] {
    const lines: string[] = [];
    let current = '';
    for (const piece of text.match(/[\d:.\-–~]+|[A-Za-z]+|[\s\S]/gu) ?? []) {
      const longer = current + piece;
      const closes = /^[，。！？、；：”）」]$/.test(piece);
      if (current !== '' && !closes && this.context.measureText(longer).width > width) {
        lines.push(current);
        current = piece.trimStart();
      } else current = longer;
    }
    return current === '' ? lines : [...lines, current];
  }
}
