/** HTML of what is printed and shown. Every text is escaped: it comes from a county's spreadsheet. */

export const escaped = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '&#39;',
  );

export const lines = (list: readonly string[]): string => list.map(escaped).join('<br>');

const fonts =
  '"PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif';

/** Colours as in src/theme: deep green acts, red is for danger. */
const base = `
  * { box-sizing: border-box; margin: 0; padding: 0; }
  body { font-family: ${fonts}; color: #22302b; background: #fff; line-height: 1.35;
    -webkit-print-color-adjust: exact; word-break: normal; overflow-wrap: anywhere; }
  .band { background: #0b6b50; color: #fff; }
  .code { display: block; background: #fff; }
  .free, .small { color: #3d4a45; }
  .number { font-weight: bold; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .danger .number, .danger h2 { color: #b3261e; }
  .talk .number { color: #0b6b50; }
  .sample { position: absolute; left: 0; right: 0; text-align: center; background: #b3261e;
    color: #fff; font-weight: bold; }
`;

export function document(styles: string, sheets: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${base}${styles}</style><body>${sheets}</body></html>`;
}

/** A4, a page each. */
export const paperStyles = `
  @page { size: A4; margin: 0; }
  .sheet { position: relative; width: 210mm; height: 297mm; overflow: hidden;
    display: flex; flex-direction: column; break-after: page; }
  .sheet:last-child { break-after: auto; }
  .band { padding: 10mm 14mm 6mm; display: flex; justify-content: space-between; align-items: baseline; }
  .band b { font-size: 34pt; letter-spacing: 2mm; }
  .band span { font-size: 22pt; }
  .inside { flex: 1; min-height: 0; padding: 7mm 14mm 0; overflow: hidden; }
  h1 { font-size: 42pt; line-height: 1.2; white-space: nowrap; }
  h2 { font-size: 24pt; }

  .gives { font-size: 20pt; margin-top: 1mm; }
  .free { font-size: 19pt; margin-top: 2mm; }
  .code { margin: 3mm auto 2mm; width: 88mm; height: 88mm; }
  .steps { display: flex; justify-content: center; gap: 7mm; font-size: 19pt; font-weight: bold; }
  .steps i { font-style: normal; display: inline-block; width: 9.5mm; height: 9.5mm; border-radius: 5mm;
    background: #0b6b50; color: #fff; text-align: center; line-height: 9.5mm; margin-right: 2mm; }
  .numbers { margin-top: 4mm; border-top: 0.6mm solid #8b8374; padding-top: 3mm; }
  .numbers + .numbers { margin-top: 3mm; }
  .line { display: grid; grid-template-columns: 66mm 1fr; align-items: center; column-gap: 4mm; margin-top: 1.5mm; }
  .line .number { font-size: 34pt; line-height: 1.15; }
  .line .number.long { font-size: 24pt; }
  .line b { font-size: 19pt; }
  .line p { font-size: 15pt; }
  .pair { display: flex; gap: 9mm; align-items: baseline; }
  .pair .number { font-size: 40pt; line-height: 1.15; margin-right: 3mm; }
  .pair b { font-size: 19pt; }
  .foot { padding: 2mm 14mm 7mm; font-size: 14pt; color: #3d4a45; }
  .foot p + p { margin-top: 1mm; }
  .sample { top: 0; font-size: 15pt; padding: 1mm 0; }
  .service { border-top: 0.4mm solid #8b8374; padding: 3mm 0; }
  .service b { font-size: 20pt; }
  .service .number { font-size: 22pt; color: #0b6b50; float: right; margin-left: 5mm; }
  .service p { font-size: 15pt; }
  .service p span { display: inline-block; margin-right: 5mm; }
  .more { font-size: 17pt; font-weight: bold; padding-top: 3mm; }
`;

/** For a television or the screen of a meeting room, seen from afar; the edges may be cut off. */
export const screenStyles = `
  body { width: 1920px; height: 1080px; }
  .sheet { position: relative; width: 1920px; height: 1080px; padding: 90px 120px; display: flex;
    align-items: center; gap: 90px; background: #0b6b50; color: #fff; overflow: hidden; }
  .code { width: 720px; height: 720px; padding: 24px; border-radius: 24px; flex: none; }
  h1 { font-size: 112px; line-height: 1.2; }
  p { font-size: 76px; margin-top: 36px; }
  .name { font-size: 60px; }
  .number { font-size: 112px; }
  .sample { top: 0; font-size: 40px; padding: 8px 0; }
`;

/** Five to four, as WeChat shows a card. */
export const cardStyles = `
  body { width: 1000px; height: 800px; }
  .sheet { position: relative; width: 1000px; height: 800px; padding: 50px 60px; background: #fbf6ee;
    display: flex; flex-direction: column; overflow: hidden; }
  .name { font-size: 44px; color: #0b6b50; font-weight: bold; }
  h1 { font-size: 82px; line-height: 1.2; margin-top: 14px; }
  .below { display: flex; gap: 50px; align-items: center; margin-top: 24px; }
  .code { width: 360px; height: 360px; padding: 10px; border-radius: 16px; flex: none; }
  p { font-size: 54px; font-weight: bold; }
  .sample { bottom: 0; font-size: 34px; padding: 6px 0; }
`;
