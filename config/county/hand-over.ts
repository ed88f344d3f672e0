import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Codes } from '../campaign/codes';
import { acceptPage, slipsOf } from '../campaign/slips';
import { startPrinter } from '../campaign/print';
import { dayOf } from '../../cloudfunctions/rules/dates';
import { writeCsv } from './csv';
import type { Invited } from './invite';

const headings = ['做什么', '称呼', '码', '用到'];

/** What the codes of these invitations open. */
export const codesToOrder = (invited: readonly Invited[]) =>
  invited.map(({ code }) => ({ scene: code, page: acceptPage }));

/** The same as a table: WPS and Excel open it, whatever stands in a name. */
export const codesTable = (
  invited: readonly Pick<Invited, 'post' | 'code' | 'expiresAt'>[],
): Buffer =>
  writeCsv([
    headings,
    ...invited.map(({ post, code, expiresAt }) => [post.role, post.name, code, dayOf(expiresAt)]),
  ]);

/**
 * Writes what is handed over: slips to cut, and the codes as a table, both for the owner of the
 * folder alone. Whoever has a code can take the post. Answers the files.
 */
export async function writeSlips(
  invited: readonly Invited[],
  countyName: string,
  codes: Codes,
  out: string,
): Promise<string[]> {
  mkdirSync(out, { recursive: true, mode: 0o700 });
  const table = path.join(out, 'codes.csv');
  writeFileSync(table, codesTable(invited), { mode: 0o600 });
  const printer = await startPrinter();
  try {
    const sheet = slipsOf(invited, countyName, ({ code }) => ({
      picture: codes.of({ scene: code, page: acceptPage }),
      sample: codes.sample,
    }));
    const printed = await printer.print(out, sheet);
    chmodSync(printed, 0o600);
    return [table, printed];
  } finally {
    await printer.close();
  }
}
