import * as v from 'valibot';
import { NoticeKindSchema } from '@contract/enums';
import { events, type DocumentOf } from './collections';
import { decrypt, encrypt } from './field-encryption';

/** What somebody is to be told after a commit. `to`: openids; everything else is shown to them. */
const EffectSchema = v.object({
  to: v.array(v.string()),
  kind: NoticeKindSchema,
  childId: v.string(),
  nickname: v.string(),
  appointmentId: v.optional(v.string()),
  waitlistId: v.optional(v.string()),
  start: v.optional(v.number()),
  placeName: v.optional(v.string()),
});
export type Effect = v.InferOutput<typeof EffectSchema>;

const placeOf = (id: string) => ({ collection: events.name, id, field: 'effects' });

/** The part of an event that makes it an outbox: absent effects cost nothing and are looked for by nobody. */
export function outboxOf(
  eventId: string,
  effects: readonly Effect[],
  now: number,
): Pick<DocumentOf<typeof events>, 'effects' | 'effectsAt'> {
  const told = effects.filter(({ to }) => to.length > 0);
  if (told.length === 0) return { effects: null, effectsAt: null };
  return { effects: encrypt(placeOf(eventId), JSON.stringify(told)), effectsAt: now };
}

/** What an event still has to tell. */
export function openEffects(event: DocumentOf<typeof events>): Effect[] {
  if (event.effects == null) return [];
  return v.parse(v.array(EffectSchema), JSON.parse(decrypt(placeOf(event._id), event.effects)));
}
