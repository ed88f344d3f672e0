import * as v from 'valibot';
import type { HomeVisit } from '@contract/director';
import { HomeStateSchema } from '@contract/home-visits';
import { homeVisits, type HomeVisitDocument } from '../../platform/collections';
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

export function viewVisit(visit: HomeVisitDocument, viewer: string): HomeVisit {
  const { _id, day, met, by, note } = visit;
  const said = v.parse(NoteSchema, JSON.parse(decrypt(placeOf(_id), note)));
  // The id holds an openid, which does not leave the backend.
  return { id: `${day}-${visit.at}`, day, met, ...said, mine: by === viewer };
}
