import { isDone, keysOfChild } from '@rules/announcements';
import { countId, openChoice, reactionId, sealChoice } from '../../platform/announcement-document';
import {
  announcements,
  children,
  reactionCounts,
  reactions,
  type AnnouncementDocument,
  type ChildDocument,
  type ReactionDocument,
} from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import type { Transaction } from '../../platform/transaction';

interface Input {
  announcementId: string;
  childId: string;
  choice?: number | undefined;
}

/**
 * A family has seen an announcement, or answers it. The document's own name makes it one reaction a
 * child; whatever is repeated changes nothing, so there is no event. What it adds to the counts is
 * written with it.
 * @throws ActionError NOT_FOUND when it is not for this child, CANNOT_FOLLOW when it was taken back.
 */
export async function react(
  transaction: Transaction,
  input: Input,
  now: number,
  who: (child: ChildDocument) => Partial<Pick<ReactionDocument, 'seen' | 'inPerson'>>,
): Promise<ReactionDocument> {
  const { announcementId, childId } = input;
  const child = await transaction.get(children, childId);
  const announcement = await transaction.get(announcements, announcementId);
  if (!child) throw new ActionError('NOT_FOUND');
  const { seen = [], inPerson = false } = who(child);
  checkInput(announcement, child, input.choice, now);
  const _id = reactionId(announcementId, childId);
  const before = await transaction.get(reactions, _id);
  const first: ReactionDocument = before ?? {
    ...{ _id, announcementId, childId, at: announcement.at },
    ...{ seen: [], inPerson: false, done: false, choice: null },
  };
  const isNew = (one: { openid: string }) =>
    !first.seen.some(({ openid }) => openid === one.openid);
  const after: ReactionDocument = {
    ...first,
    seen: [...first.seen, ...seen.filter(isNew)],
    inPerson: first.inPerson || inPerson,
    choice: input.choice === undefined ? first.choice : sealChoice(_id, input.choice),
  };
  after.done = isDone(announcement, child.circle, { ...after, answered: after.choice !== null });
  if (before) {
    const { seen: all, inPerson: told, choice, done } = after;
    await transaction.update(reactions, _id, {
      ...{ seen: command.set(all), inPerson: told, choice, done },
    });
  } else await transaction.add(reactions, after);
  await count(transaction, announcement, first, after);
  await transaction.update(children, childId, { rev: command.inc(1) });
  return after;
}

function checkInput(
  announcement: AnnouncementDocument | undefined,
  child: ChildDocument,
  choice: number | undefined,
  now: number,
): asserts announcement is AnnouncementDocument {
  const isTheirs = announcement !== undefined && keysOfChild(child).includes(announcement.key);
  if (!isTheirs || announcement.held || announcement.at > now) throw new ActionError('NOT_FOUND');
  if (announcement.withdrawnAt !== null) throw new ActionError('CANNOT_FOLLOW');
  // Only what is to be answered has choices.
  if (choice !== undefined && choice >= announcement.choices) {
    throw new ActionError('INVALID_INPUT');
  }
}

/** The name under which the counts keep a choice. */
export const choiceKey = (choice: number) => `c${choice}`;

async function count(
  transaction: Transaction,
  { _id: announcementId, at }: AnnouncementDocument,
  before: ReactionDocument,
  after: ReactionDocument,
): Promise<void> {
  const done = Number(after.done) - Number(before.done);
  const [from, to] = [openChoice(before), openChoice(after)];
  const choices = from === to ? [] : [...step(from, -1), ...step(to, 1)];
  if (done === 0 && choices.length === 0) return;
  await transaction.updateOrAdd(
    reactionCounts,
    {
      done: command.inc(done),
      ...Object.fromEntries(choices.map(([key, by]) => [`choices.${key}`, command.inc(by)])),
    },
    {
      ...{ _id: countId(announcementId, after.childId), at, done },
      choices: Object.fromEntries(choices),
    },
  );
}

const step = (choice: number | undefined, by: number): [string, number][] =>
  choice === undefined ? [] : [[choiceKey(choice), by]];
