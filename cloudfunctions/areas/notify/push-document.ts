import * as v from 'valibot';
import { gatherKey, pushWay } from '@rules/push-kinds';
import { inboxPage, pageOf } from '@rules/push-pages';
import { alertKey } from '@rules/push-turns';
import {
  pushes,
  type notices,
  type DocumentOf,
  type PushDocument,
} from '../../platform/collections';
import { decrypt, encrypt, blindIndex } from '../../platform/field-encryption';
import { dutyHook } from '../../platform/push-config';

const ContentSchema = v.object({
  at: v.number(),
  start: v.optional(v.number()),
  until: v.optional(v.number()),
  placeName: v.optional(v.string()),
  title: v.optional(v.string()),
  /** Of a teacher's digest: how many families wait. */
  families: v.optional(v.number()),
});
type Content = v.InferOutput<typeof ContentSchema>;

const placeOf = (id: string) => ({ collection: pushes.name, id, field: 'content' });

export function openContent({ _id, content }: PushDocument): Content {
  return v.parse(ContentSchema, JSON.parse(decrypt(placeOf(_id), content)));
}

/** A notice as far as a push may tell of it: whoever has it named has left the child's name out. */
export interface Told extends Omit<Content, 'at'> {
  /** Of the one thing that happened to the one person: the same event makes no second push. */
  id: string;
  notice: Omit<DocumentOf<typeof notices>, 'details'>;
}

const idOf = (id: string) => blindIndex('push', id);

/** The visit that a reminder is of, or the alert: what a person may have to be telephoned about. */
const aboutOf = ({ id, notice, start = 0 }: Told) =>
  notice.appointmentId === undefined
    ? `alert_${idOf(id.slice(0, id.lastIndexOf('_')))}`
    : `visit_${notice.appointmentId}_${start}`;

/** What is to go to a phone of a notice; undefined for what stands in the inbox alone. */
export function pushOf(told: Told): PushDocument | undefined {
  const { id, notice, ...rest } = told;
  const way = pushWay(notice.kind);
  if (!way) return undefined;
  const _id = idOf(id);
  const { to, kind, at, childId, bulletinId } = notice;
  const gathered = gatherKey(way.template, notice.threadId ?? childId) ?? null;
  const ends = [at + way.keepsMs, ...(rest.until ? [rest.until] : [])];
  // Nobody is told of what has begun.
  if (rest.start && rest.start > at) ends.push(rest.start);
  return {
    ...{ _id, to, channel: 'wechat', kind, template: way.template, haste: way.haste },
    ...{ priority: way.priority, key: gathered, about: way.call ? aboutOf(told) : null },
    ...{ childId, bulletinId, state: 'due', dueAt: at + way.gatherMs, at },
    expiresAt: Math.min(...ends),
    ...{ sentAt: null, attempts: 0, tries: 0, claim: null, count: 1, code: null, why: null },
    page: pageOf(notice),
    content: encrypt(placeOf(_id), JSON.stringify({ at, ...rest })),
  };
}

/**
 * The same alert for the further channel, once however many are told; undefined where there is no
 * such channel. `id`: of what happened, without the person.
 */
export function hookPushOf(id: string, at: number): PushDocument | undefined {
  const way = pushWay('dutyAlert');
  if (!way || !dutyHook()) return undefined;
  const _id = idOf(`${id}_hook`);
  return {
    ...{ _id, to: '', channel: 'hook', kind: 'dutyAlert', template: way.template },
    ...{ haste: 'now', priority: way.priority, key: alertKey, about: `alert_${idOf(id)}` },
    ...{ state: 'due', dueAt: at, at, expiresAt: at + way.keepsMs },
    ...{ sentAt: null, attempts: 0, tries: 0, claim: null, count: 1, code: null, why: null },
    ...{ page: inboxPage, content: encrypt(placeOf(_id), JSON.stringify({ at })) },
  };
}
