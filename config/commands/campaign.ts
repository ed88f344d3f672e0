/**
 * `npm run campaign -- --county packs/hegu --out DIR [--place 谷口镇]`: posters, leaflets and cards of a
 * county, a folder a township, with samples instead of codes.
 *   --order        has WeChat draw the codes that are missing in DIR/codes (XINQIAO_APPID, XINQIAO_APP_SECRET)
 *   --codes DIR    uses those that lie there, `poster.990301001.png`
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { realCodes } from '../campaign/codes';
import { codesOf, writeKit } from '../campaign/kit';
import { startPrinter } from '../campaign/print';
import { sentence } from '../county/sheet';
import { readPack } from '../county/pack';
import { putOwnTexts, wordingFaults } from '../county/wording';
import { sentenceOf } from './options';
import { codesIn } from './order-codes';

const usage =
  'npm run campaign -- --county packs/hegu --out DIR [--place NAME] [--codes DIR | --order]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      county: { type: 'string' },
      out: { type: 'string' },
      place: { type: 'string' },
      codes: { type: 'string' },
      order: { type: 'boolean', default: false },
    },
  });
  if (!values.county || !values.out) throw new Error(usage);
  const { pack, faults } = await readPack(path.resolve(values.county));
  const all = [...faults, ...(pack ? await wordingFaults(pack.wording) : [])];
  for (const fault of all) console.error(sentence(fault));
  if (!pack || all.length > 0) throw new Error(`${values.county}: ${all.length} faults.`);
  await putOwnTexts(pack.wording);
  const out = path.resolve(values.out);
  const codes = values.codes
    ? realCodes(path.resolve(values.codes))
    : await codesIn(path.join(out, 'codes'), codesOf(pack), values.order);
  const printer = await startPrinter();
  try {
    const files = await writeKit(pack, codes, printer, out, values.place);
    if (files.length === 0) throw new Error(`${values.place}: no such place in ${values.county}`);
    for (const file of files) console.log(path.relative(process.cwd(), file));
    if (codes.sample) console.log('SAMPLES: the codes lead nowhere. Order them with --order.');
  } finally {
    await printer.close();
  }
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
