import * as v from 'valibot';
import { limits } from '@contract/limits';
import { SaidSchema } from '@contract/school-desk';
import { deskOrder, firstLook } from '@rules/desk-order';
import { everyoneLine } from '@rules/threads';
import { threads, type MessageDocument, type ThreadDocument } from './collections';
import { decrypt, encrypt } from './field-encryption';

/** What the desk shows of a thread: kept in its head, so that a page of threads is one query. */
const CardSchema = v.object({
  nickname: v.string(),
  seq: v.number(),
  said: v.optional(SaidSchema),
});
export type DeskCard = v.InferOutput<typeof CardSchema>;

const placeOf = (id: string) => ({ collection: threads.name, id, field: 'card' });
const sealCard = (id: string, card: DeskCard) => encrypt(placeOf(id), JSON.stringify(card));

export function openCard({ _id, card }: ThreadDocument): DeskCard {
  if (card === null) return { nickname: '', seq: 0 };
  return v.parse(CardSchema, JSON.parse(decrypt(placeOf(_id), card)));
}

/** The beginning, in whole characters. */
const beginning = (text: string | undefined) =>
  text === undefined ? undefined : Array.from(text).slice(0, limits.deskCharacters).join('');

interface Spoken {
  text?: string | undefined;
  seconds?: number | undefined;
  name?: string | undefined;
}

/**
 * The card after a message: the newest that a person wrote. Of one that was taken back nothing is
 * shown, and a colleague's that is held leaves no trace: the desk shows what the thread does.
 */
function cardAfter(
  head: ThreadDocument,
  message: MessageDocument,
  spoken: Spoken,
  nickname: string | undefined,
): string | null {
  const before = openCard(head);
  const isNew = message.seq > before.seq;
  if (message.kind === 'note' || message.seq < before.seq) return head.card;
  if (isNew && !message.shown) return head.card;
  const { kind, state, side, relation, situation, at, meant } = message;
  const words = state !== 'withdrawn' ? { ...spoken, text: beginning(spoken.text) } : {};
  return sealCard(head._id, {
    nickname: nickname ?? before.nickname,
    seq: message.seq,
    said: {
      ...{ kind, state, side, relation, at, ...words, name: spoken.name },
      situation: state !== 'withdrawn' ? situation : undefined,
      with: meant !== everyoneLine ? meant : state === 'held' ? message.member : undefined,
    },
  });
}

/** What a message changes of a head for the desk. `after` is the head with its new waits. */
export function deskAfter(
  before: ThreadDocument,
  after: ThreadDocument,
  message: MessageDocument,
  spoken: Spoken,
  nickname: string | undefined,
): Pick<ThreadDocument, 'desk' | 'card' | 'lookAt' | 'raisedAt'> {
  const since = after.waitingSince;
  const sameWait = since !== null && since === before.waitingSince;
  return {
    desk: deskOrder(after),
    card: cardAfter(before, message, spoken, nickname),
    lookAt: sameWait ? before.lookAt : since === null ? null : firstLook(since),
    raisedAt: sameWait ? before.raisedAt : null,
  };
}
