import { act, alarm, line, Pen, quiet } from '@/components/paper-sheet/pen';
import type { Sheet } from '@/session/canvas';

/** A5 at 210 dots an inch; A4 has the same shape. */
export const paper = { width: 1240, height: 1754 } as const;

export const edge = 96;
const numberWidth = 440;
/** A line that begins above here ends above the foot, also with a name in two lines. */
const roomUntil = paper.height - 480;

type Context = Sheet['context'];

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
  const pen = new Pen(context, paper);
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
  const pen = new Pen(context, paper);
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
