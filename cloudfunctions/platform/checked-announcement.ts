import type { Said } from './alert-evidence';
import type { PlaceCause } from './alerts';
import { checkedText, openDetails } from './announcement-document';
import type { Checked } from './checked-content';
import { announcements, schools, type AnnouncementDocument } from './collections';
import { command, type Database } from './database';
import type { Transaction } from './transaction';
import { countyOf } from '@rules/reach';

/**
 * What of an announcement is held: `{announcement}.text`, or `{announcement}.{number of a picture}`.
 * Each has an alert of its own, so that whoever lets one through has looked at what they let through.
 */
export const partRef = (announcementId: string, part: string | number) =>
  `${announcementId}.${part}`;

function partsOf(ref: string): [id: string, part: string | undefined] {
  const dot = ref.indexOf('.');
  return dot < 0 ? [ref, undefined] : [ref.slice(0, dot), ref.slice(dot + 1)];
}

const partOf = (document: AnnouncementDocument, fileId: string | null): string =>
  fileId === null ? 'text' : String(openDetails(document).pictures.indexOf(fileId));

/** How an announcement is read, held and released by whoever checks it. It is about no child. */
export const checkedAnnouncement: Checked = {
  async text(database, ref) {
    const found = await database.get(announcements, ref);
    return found && checkedText(openDetails(found));
  },
  async hold(transaction, ref, _now, { fileId = null }) {
    const found = await transaction.get(announcements, ref);
    if (!found) return undefined;
    const parts = new Set([...found.heldParts, partOf(found, fileId)]);
    const change = { held: true, tellAt: null, heldParts: command.set([...parts]) };
    await transaction.update(announcements, ref, change);
    return '';
  },
  async release(transaction, ref, now) {
    const [id, part] = partsOf(ref);
    const found = await transaction.get(announcements, id);
    if (!found?.held) return;
    const parts = part === undefined ? [] : found.heldParts.filter((one) => one !== part);
    const held = parts.length > 0;
    // Whom it has been brought to already knows; what was taken back is told to nobody.
    const tells = !held && found.withdrawnAt === null;
    await transaction.update(announcements, id, {
      ...{ held, heldParts: command.set(parts) },
      ...(tells && { tellAt: Math.max(now, found.at) }),
    });
  },
};

/** An announcement, or a picture of it, as cause for an alert at the place it was meant for. */
export async function announcementCause(
  transaction: Transaction,
  document: AnnouncementDocument,
  fileId: string | null,
  at: number,
): Promise<PlaceCause> {
  const { _id, by, target } = document;
  const details = openDetails(document);
  const said: Said = {
    kind: fileId === null ? 'text' : 'picture',
    text: fileId === null ? checkedText(details) : undefined,
    ...(fileId !== null && { fileId }),
    ...{ at: document.at, by: { name: details.from } },
  };
  const place = await placeOf(transaction, target);
  const ref = partRef(_id, partOf(document, fileId));
  return { source: 'announcement', ref, by, said, at, place };
}

/** The place that an announcement is for; a round trip for a school's. */
export async function placeOf(
  from: Pick<Database, 'get'>,
  target: AnnouncementDocument['target'],
): Promise<PlaceCause['place']> {
  if (target.scope === 'county') return { county: target.county, township: '' };
  if (target.scope === 'township') {
    return { county: countyOf(target.township), township: target.township };
  }
  const school = await from.get(schools, target.schoolId);
  if (!school) throw new Error('an announcement to a school that there is not');
  return { county: school.county, township: school.township, name: school.name };
}
