import * as v from 'valibot';
import {
  ItemAnswerSchema,
  itemsPerForm,
  SafetyAnswerSchema,
  type Respondent,
} from '@contract/screening';
import { dayMs } from '@rules/dates';
import { newRequestId } from '@/cloud/request-id';
import { forget, readStored, store } from '@/cloud/storage';

/**
 * What was answered so far, on this phone alone, one for each child and role: a telephone call or a
 * crying child must not lose it. Gone once it was sent, and after seven days.
 */
const DraftSchema = v.object({
  requestId: v.string(),
  version: v.string(),
  /** From the first question on, without a gap; null: "I do not know". */
  answers: v.array(ItemAnswerSchema),
  safety: v.optional(SafetyAnswerSchema),
  changedAt: v.number(),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

const keptDays = 7;
const keyOf = (childId: string, as: Respondent) => `screening:${childId}:${as}`;

export function emptyDraft(version: string): Draft {
  return { requestId: newRequestId(), version, answers: [], changedAt: Date.now() };
}

/** What there is to go on with; undefined for another form, or when it has lain too long. */
export function readDraft(childId: string, as: Respondent, version: string): Draft | undefined {
  const saved = readStored(keyOf(childId, as), DraftSchema);
  if (!saved) return undefined;
  const isOld = Date.now() - saved.changedAt >= keptDays * dayMs;
  if (!isOld && saved.version === version) return saved;
  forget(keyOf(childId, as));
  return undefined;
}

export function saveDraft(childId: string, as: Respondent, draft: Draft): void {
  store(keyOf(childId, as), draft);
}

/** `sent`: only this one; what was said after it is still to be sent. */
export function forgetDraft(childId: string, as: Respondent, sent?: Draft): void {
  const saved = sent && readStored(keyOf(childId, as), DraftSchema);
  if (saved && saved.requestId !== sent.requestId) return;
  forget(keyOf(childId, as));
}

/** The first question without an answer; the safety question is the last, and past it all is there. */
export function nextQuestion({ answers, safety }: Draft): number {
  if (answers.length < itemsPerForm) return answers.length;
  return safety === undefined ? itemsPerForm : itemsPerForm + 1;
}
