import { act, alarm, line, Pen, quiet } from '@/components/paper-sheet/pen';
import type { Sheet } from '@/session/canvas';
import { drawLine, edge, paper, type SlipLine } from './draw';

export interface VisitSlip {
  title: string;
  /** Title and what stands there, one below the other. */
  facts: { title: string; text: string; about?: string }[];
  free: string;
  call: string;
  danger: string;
  urgent: SlipLine[];
  foot: string;
}

/** The slip of a visit: when, where and with whom, large; no name of a child. */
export function drawVisit(context: Sheet['context'], content: VisitSlip): void {
  const pen = new Pen(context, paper);
  pen.y = 80;
  pen.text(content.title, { size: 84, bold: true, colour: act });
  pen.y += 24;
  for (const { title, text, about } of content.facts) {
    pen.rule();
    pen.text(title, { size: 38, colour: quiet });
    pen.text(text, { size: 72, bold: true });
    if (about) pen.text(about, { size: 42 });
    pen.y += 16;
  }
  pen.rule();
  pen.text(content.free, { size: 44 });
  pen.y += 44;
  pen.text(content.call, { size: 44, bold: true });
  context.fillStyle = line;
  context.fillRect(edge + 500, pen.y - 12, paper.width - edge * 2 - 500, 3);
  pen.y += 40;
  pen.text(content.danger, { size: 48, bold: true, colour: alarm });
  pen.y += 8;
  for (const one of content.urgent) drawLine(pen, one, alarm);
  pen.y = paper.height - 84;
  pen.text(content.foot, { size: 32, colour: quiet });
}
