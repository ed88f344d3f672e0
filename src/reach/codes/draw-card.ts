import { act, Pen, quiet, type Paper } from '@/components/paper-sheet/pen';
import type { Sheet } from '@/session/canvas';

/** Five to four, as WeChat shows a card in a group. */
export const card: Paper = { width: 1000, height: 800 };
const edge = 56;
const side = 400;

export interface CodeCard {
  name: string;
  question: readonly string[];
  scan: string;
  /** What the code is for: a pile of codes looks alike. */
  use: string;
  code: CanvasImageSource;
}

/** The code, whose it is and what it opens; the same picture is saved, printed and shared. */
export function drawCard(context: Sheet['context'], content: CodeCard): void {
  const pen = new Pen(context, card, edge);
  context.fillStyle = act;
  context.fillRect(0, 0, card.width, 120);
  pen.y = 28;
  pen.text(content.name, { size: 56, bold: true, colour: '#fff' });
  pen.y = 148;
  for (const text of content.question) pen.text(text, { size: 76, bold: true });
  const top = card.height - side - 20;
  context.drawImage(content.code, edge, top, side, side);
  pen.y = top + 120;
  const beside = edge + side + 48;
  pen.text(content.scan, { size: 64, bold: true, x: beside, colour: act });
  pen.text(content.use, { size: 44, x: beside, colour: quiet });
}
