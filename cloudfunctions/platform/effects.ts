import * as v from 'valibot';
import { NoticeKindSchema } from '@contract/enums';
import { LearningSchema } from '@contract/notify';
import { dayMs } from '@rules/dates';
import { pushWay } from '@rules/push-kinds';
import { events, type DocumentOf } from './collections';
import { decrypt, encrypt } from './field-encryption';

/** What somebody is to be told after a commit. `to`: openids; everything else is shown to them. */
const EffectSchema = v.object({
  to: v.array(v.string()),
  kind: NoticeKindSchema,
  /** Absent from what tells staff of their own work. */
  childId: v.optional(v.string()),
  /** Empty where it is about no child. */
  nickname: v.optional(v.string(), ''),
  appointmentId: v.optional(v.string()),
  waitlistId: v.optional(v.string()),
  /** Told once while it is unread, however much is written. */
  threadId: v.optional(v.string()),
  start: v.optional(v.number()),
  /** Until when an answer is awaited. */
  until: v.optional(v.number()),
  placeName: v.optional(v.string()),
  /** A version of a guide at the desk, and its title. */
  guide: v.optional(v.object({ id: v.string(), version: v.number() })),
  title: v.optional(v.string()),
  learning: v.optional(LearningSchema),
  /** Whose phone stays silent until when, though the inbox has it at once; null: for good. */
  silent: v.optional(v.record(v.string(), v.nullable(v.number()))),
});
export type Effect = v.InferInput<typeof EffectSchema>;

const placeOf = (id: string) => ({ collection: events.name, id, field: 'effects' });

/** Whether something among it is told right after the commit instead of by the job. */
export const cannotWait = (effects: readonly Effect[]): boolean =>
  effects.some(({ kind }) => pushWay(kind)?.haste === 'now');

/** What cannot wait stands in the outbox as if it had waited so long: before everything else. */
const aheadMs = dayMs;

/** The part of an event that makes it an outbox: absent effects cost nothing and are looked for by nobody. */
export function outboxOf(
  eventId: string,
  effects: readonly Effect[],
  now: number,
): Pick<DocumentOf<typeof events>, 'effects' | 'effectsAt'> {
  const own = ({ kind }: Effect) => kind === 'dutyAlert';
  // Nobody in the app to tell of an alert: then all the more the further channel (XINQIAO_DUTY_HOOK).
  const all = effects.filter((effect) => effect.to.length > 0 || own(effect));
  // Last: a notice has its number by it, and what safeguarding is told must show in nobody's.
  const told = [...all.filter((effect) => !own(effect)), ...all.filter(own)];
  if (told.length === 0) return { effects: null, effectsAt: null };
  const effectsAt = cannotWait(told) ? now - aheadMs : now;
  return { effects: encrypt(placeOf(eventId), JSON.stringify(told)), effectsAt };
}

/** What an event still has to tell. */
export function openEffects(
  event: DocumentOf<typeof events>,
): v.InferOutput<typeof EffectSchema>[] {
  if (event.effects == null) return [];
  return v.parse(v.array(EffectSchema), JSON.parse(decrypt(placeOf(event._id), event.effects)));
}
