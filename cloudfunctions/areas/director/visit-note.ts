import * as v from 'valibot';
import type { HomeVisit } from '@contract/director';
import { HomeStateSchema } from '@contract/home-visits';
import { homeVisits, type ChildDocument, type HomeVisitDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { decrypt, encrypt } from '../../platform/field-encryption';

const NoteSchema = v.object({
  state: v.optional(HomeStateSchema),
  words: v.optional(v.string()),
  safety: v.boolean(),
});
export type VisitNote = v.InferOutput<typeof NoteSchema>;

const placeOf = (id: string) => ({ collection: homeVisits.name, id, field: 'note' });

export const sealNote = (id: string, note: VisitNote): string =>
  encrypt(placeOf(id), JSON.stringify(note));

function viewVisit(visit: HomeVisitDocument, viewer: string): HomeVisit {
  const { _id, day, met, by, note } = visit;
  const said = v.parse(NoteSchema, JSON.parse(decrypt(placeOf(_id), note)));
  // The id holds an openid, which does not leave the backend.
  return { id: `${day}-${visit.at}`, day, met, ...said, mine: by === viewer };
}

/** Whether somebody belongs to the child's family themselves, and does not only act for it. */
export const isOwnFamily = ({ circle }: ChildDocument, openid: string): boolean =>
  circle.some((adult) => adult.openid === openid && adult.standing !== 'proxy');

/** Notes are long: so many stay within an answer. */
const visitsShown = 8;
/** Nobody writes down so many that are about safety one after the other. */
const stepsAtMost = 5;

interface Page {
  childId: string;
  before: number | undefined;
  viewer: string;
  /**
   * Without what is about the child's safety: an adult of its circle may be the one who does harm
   * (rules.md, "Safeguarding" 3). The page is as full as it would be, so that its length tells nothing.
   */
  safety: boolean;
}

/** A page of a child's visits, the newest first. */
export async function pageOfVisits(
  database: Database,
  { childId, before, viewer, safety }: Page,
): Promise<{ visits: HomeVisit[]; next?: number }> {
  const shown: { at: number; visit: HomeVisit }[] = [];
  let from = before;
  for (let step = 0; step < stepsAtMost && shown.length <= visitsShown; step += 1) {
    const found = await database.find(homeVisits, {
      where: { childId, ...(from !== undefined && { at: command.lt(from) }) },
      order: [['at', 'desc']],
      limit: visitsShown + 1,
    });
    const views = found.map((visit) => ({ at: visit.at, visit: viewVisit(visit, viewer) }));
    shown.push(...views.filter(({ visit }) => safety || !visit.safety));
    from = found.at(-1)?.at;
    if (found.length <= visitsShown) break;
  }
  const page = shown.slice(0, visitsShown);
  const next = shown.length > page.length ? page.at(-1)?.at : undefined;
  return { visits: page.map(({ visit }) => visit), ...(next !== undefined && { next }) };
}
