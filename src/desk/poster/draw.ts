import type { Sheet } from '@/session/canvas';

/** A5 at 210 dots an inch; A4 has the same shape. */
export const paper = { width: 1240, height: 1754 } as const;

const ink = '#22302b';
export const quiet = '#52605a';
export const act = '#0b6b50';
export const alarm = '#b3261e';
export const line = '#8b8374';
export const edge = 96;
const numberWidth = 440;
/** A line that begins above here ends above the foot, also with a name in two lines. */
const roomUntil = paper.height - 480;
const fonts =
  '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif';

type Context = Sheet['context'];

/** Draws from the top down; remembers how far it has come. */
export class Pen {
  y = edge;

  constructor(readonly context: Context) {
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

export interface Invitation {
  name: string;
  lines: string[];
  invites: string;
  picture: CanvasImageSource;
  steps: string[];
  until: string;
}

/** The poster: what it is, the code, and how to use it in three steps. */
export function drawInvitation(context: Context, content: Invitation): void {
  const pen = new Pen(context);
  context.fillStyle = act;
  context.fillRect(0, 0, paper.width, 360);
  pen.y = 56;
  pen.text(content.name, { size: 104, bold: true, colour: '#fff', centre: true });
  pen.y -= 4;
  for (const text of content.lines) {
    pen.text(text, { size: 46, colour: '#fff', centre: true });
  }
  pen.y = 410;
  pen.text(content.invites, { size: 76, bold: true, centre: true });
  pen.y += 16;
  const side = 640;
  context.drawImage(content.picture, (paper.width - side) / 2, pen.y, side, side);
  pen.y += side + 40;
  content.steps.forEach((step, index) => {
    const top = pen.y;
    context.fillStyle = act;
    context.beginPath();
    context.arc(edge + 38, top + 32, 38, 0, Math.PI * 2);
    context.fill();
    pen.font(48, true);
    context.fillStyle = '#fff';
    context.textAlign = 'center';
    context.fillText(String(index + 1), edge + 38, top + 6);
    pen.y = top + 2;
    pen.text(step, { size: 48, x: edge + 108 });
    pen.y = Math.max(pen.y, top + 76) + 22;
  });
  pen.y = paper.height - 116;
  pen.text(content.until, { size: 38, colour: quiet, centre: true });
}

export interface SlipLine {
  number: string;
  name: string;
  about: string;
}

export interface Slip {
  title: string;
  text: string[];
  danger: string;
  urgent: SlipLine[];
  talk: string;
  others: SlipLine[];
  blank: string;
  foot: string;
}

/** The slip for a wall: two sentences, the numbers, and room to write one by hand. */
export function drawSlip(context: Context, content: Slip): void {
  const pen = new Pen(context);
  pen.y = 80;
  pen.text(content.title, { size: 84, bold: true, colour: act });
  pen.y += 16;
  for (const text of content.text) pen.text(text, { size: 46 });
  pen.y += 28;
  pen.text(content.danger, { size: 52, bold: true, colour: alarm });
  pen.y += 8;
  for (const one of content.urgent) drawLine(pen, one, alarm);
  pen.y += 18;
  pen.text(content.talk, { size: 52, bold: true });
  pen.y += 8;
  // What does not fit any more is left out, the least important first; the foot stays free.
  for (const one of content.others) {
    if (pen.y < roomUntil) drawLine(pen, one, act);
  }
  pen.y = Math.max(pen.y + 30, paper.height - 220);
  pen.text(content.blank, { size: 46, bold: true });
  context.fillStyle = line;
  context.fillRect(edge + 520, pen.y - 12, paper.width - edge * 2 - 520, 3);
  pen.y = paper.height - 84;
  pen.text(content.foot, { size: 32, colour: quiet });
}

export function drawLine(pen: Pen, { number, name, about }: SlipLine, colour: string): void {
  const { context } = pen;
  pen.rule();
  const top = pen.y;
  let size = 84;
  do {
    pen.font(size, true);
    size -= 4;
  } while (size > 40 && context.measureText(number).width > numberWidth - 24);
  context.fillStyle = colour;
  context.textAlign = 'left';
  context.fillText(number, edge, top);
  pen.text(name, { size: 42, bold: true, x: edge + numberWidth });
  pen.text(about, { size: 34, colour: quiet, x: edge + numberWidth });
  pen.y = Math.max(pen.y, top + 108) + 12;
}
