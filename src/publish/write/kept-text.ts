import * as v from 'valibot';
import { DraftTextSchema, type DraftText } from '@contract/guides';
import { IdSchema } from '@contract/shapes';
import { forget, readStored, store } from '@/cloud/storage';

/** What was typed and not saved yet lies on this phone; it is about no child. */
const KeptSchema = v.object({
  base: v.optional(v.object({ guideId: IdSchema, version: v.number(), rev: v.number() })),
  text: DraftTextSchema,
});
export type Kept = v.InferOutput<typeof KeptSchema>;

const keyOf = (guideId: string | undefined) => `desk-text:${guideId ?? 'new'}`;

export const readKept = (guideId: string | undefined) => readStored(keyOf(guideId), KeptSchema);
export const keep = (guideId: string | undefined, kept: Kept) => store(keyOf(guideId), kept);
export const dropKept = (guideId: string | undefined) => forget(keyOf(guideId));

/** Where a new guide begins: the parts it has to have, still empty. */
export const emptyText: DraftText = {
  audience: 'caregiver',
  title: '',
  purpose: '',
  blocks: [
    { kind: 'today', title: '', picture: 'together', text: '' },
    { kind: 'say', title: '', picture: 'talking', text: '' },
    { kind: 'help', title: '', picture: 'helping', text: '' },
  ],
  question: {
    ask: '',
    answers: [
      { text: '', right: true, explanation: '' },
      { text: '', right: false, explanation: '' },
    ],
  },
  nextSteps: [{ kind: 'book' }],
  cards: [],
  words: [],
  sources: [{ title: '', terms: '', use: 'facts' }],
  licence: 'CC BY 4.0',
  crisisRelated: false,
  reviewMonths: 12,
  reviewers: ['C', 'G'],
};
