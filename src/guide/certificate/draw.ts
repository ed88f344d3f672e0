import type { Sheet } from '@/session/canvas';

/** A sheet that looks well in an album, 4:3, at twice the points of a small phone. */
export const paper = { width: 1200, height: 900 } as const;

const fonts =
  '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif';
const ink = '#22302b';
const quiet = '#52605a';
const act = '#0b6b50';
const ground = '#fbf6ee';

export interface Keepsake {
  top: string;
  /** Empty where nobody wrote one. */
  name: string;
  heard: string;
  course: string;
  day: string;
  foot: string;
}

/** A keepsake: who heard what, and that it is no certificate of a profession. */
export function drawKeepsake(context: Sheet['context'], content: Keepsake): void {
  const { width, height } = paper;
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  context.strokeStyle = act;
  context.lineWidth = 6;
  context.strokeRect(40, 40, width - 80, height - 80);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const line = (text: string, y: number, size: number, colour: string, bold = false) => {
    let fits = size;
    do {
      context.font = `${bold ? 'bold ' : ''}${fits}px ${fonts}`;
      fits -= 4;
    } while (fits > 28 && context.measureText(text).width > width - 200);
    context.fillStyle = colour;
    context.fillText(text, width / 2, y);
  };
  line(content.top, 150, 56, act, true);
  if (content.name) line(content.name, 310, 96, ink, true);
  line(content.heard, content.name ? 430 : 340, 52, quiet);
  line(`《${content.course}》`, content.name ? 540 : 480, 84, act, true);
  line(content.day, 690, 44, quiet);
  line(content.foot, 800, 34, quiet);
}
