import * as v from 'valibot';
import { LearningSchema, type Notice } from '@contract/notify';
import { notices, type DocumentOf } from '../../platform/collections';
import { decrypt, encrypt } from '../../platform/field-encryption';

const DetailsSchema = v.object({
  nickname: v.string(),
  start: v.optional(v.number()),
  placeName: v.optional(v.string()),
  title: v.optional(v.string()),
  count: v.optional(v.number()),
  learning: v.optional(LearningSchema),
});
type Details = v.InferOutput<typeof DetailsSchema>;

const placeOf = (id: string) => ({ collection: notices.name, id, field: 'details' });

export const sealNotice = (id: string, details: Details) =>
  encrypt(placeOf(id), JSON.stringify(details));

/** A line of the inbox. */
export function viewNotice(notice: DocumentOf<typeof notices>, unread: boolean): Notice {
  const details = v.parse(DetailsSchema, JSON.parse(decrypt(placeOf(notice._id), notice.details)));
  const { _id: id, to: _to, details: _details, ...told } = notice;
  return { id, ...told, ...details, unread };
}
