import { slips } from '../../src/wording/slips';
import { papers } from '../../src/wording/papers';
import { staff } from '../../src/wording/staff';
import type { Invited } from '../county/invite';
import { dayOf } from '../../cloudfunctions/rules/dates';
import { document, escaped } from './html';
import type { Code, Paper } from './papers';

const styles = `
  @page { size: A4; margin: 0; }
  .sheet { position: relative; width: 210mm; height: 297mm; overflow: hidden; break-after: page;
    display: grid; grid-template-rows: repeat(3, 99mm); }
  .sheet:last-child { break-after: auto; }
  .slip { position: relative; display: flex; gap: 9mm; align-items: center; padding: 8mm 14mm;
    border-bottom: 0.3mm dashed #8b8374; overflow: hidden; }
  .slip:last-child { border-bottom: 0; }
  .code { width: 66mm; height: 66mm; flex: none; }
  h2 { font-size: 20pt; color: #0b6b50; }
  h1 { font-size: 25pt; }
  p { font-size: 14pt; margin-top: 1.5mm; }
  .warn { font-weight: bold; color: #b3261e; }
  .sample { top: 0; font-size: 12pt; }
`;
const onOneSheet = 3;

/** The page that lets staff in (cloudfunctions/areas/account/draw-invitation.ts). */
export const acceptPage = 'desk/accept/index';

/** To be cut and handed over, three on a sheet. */
export function slipsOf(
  invited: readonly Invited[],
  countyName: string,
  codeOf: (one: Invited) => Code,
): Paper {
  const sheets: string[] = [];
  for (let at = 0; at < invited.length; at += onOneSheet) {
    const some = invited.slice(at, at + onOneSheet);
    sheets.push(
      `<section class="sheet">${some.map((one) => slip(one, countyName, codeOf(one))).join('')}</section>`,
    );
  }
  return { file: slips.file, html: document(styles, sheets.join('')) };
}

function slip({ post, schoolName, expiresAt }: Invited, countyName: string, code: Code): string {
  const { role, name, classes, township } = post;
  const what = role === 'admin' && schoolName ? staff.schoolAdmin : staff.roleNames[role];
  const where = role === 'director' ? township : schoolName;
  const texts = [
    [what, where, classes.join('、')].filter(Boolean).join(' · '),
    slips.steps.join('；'),
    slips.goodUntil(dayOf(expiresAt)),
  ].map((text) => `<p>${escaped(text)}</p>`);
  return (
    `<div class="slip"><img class="code" src="${code.picture}" alt=""><div>` +
    `<h2>${escaped(`${papers.product} · ${countyName}`)}</h2><h1>${escaped(`${name}，${slips.invites}`)}</h1>` +
    `${texts.join('')}<p class="warn">${escaped(slips.hand)}</p></div>` +
    `${code.sample ? `<div class="sample">${escaped(papers.sampleSlip)}</div>` : ''}</div>`
  );
}
