import * as v from 'valibot';
import { create } from 'zustand';
import { errorCodes, errorMeanings } from '@contract/errors';
import { call } from '@/cloud/call';
import { useHelpAnswers } from '@/cloud/help-answers';
import { newRequestId } from '@/cloud/request-id';
import { readStored, store } from '@/cloud/storage';
import { transport } from '@/cloud/transport';
import { answerOf, ToldSchema, type Told } from './told';

/** What is being said from home of one child's week; `sending`: confirmed, and not there yet. */
const HomeDraftSchema = v.object({
  childId: v.string(),
  week: v.string(),
  requestId: v.string(),
  /** Undefined: as usual. */
  told: v.optional(ToldSchema),
  sending: v.boolean(),
  refused: v.optional(v.picklist(errorCodes)),
});
export type HomeDraft = v.InferOutput<typeof HomeDraftSchema>;

const key = 'home-week';

interface Store {
  drafts: HomeDraft[];
  busy: boolean;
  /** The child whose week has got there since the page was opened, and whether a sentence waits. */
  sent: { childId: string; held: boolean } | undefined;
  change(about: { childId: string; week: string }, told: Told): void;
  confirm(about: { childId: string; week: string }, told: Told | undefined): Promise<void>;
  send(): Promise<void>;
}

/** One for each child, kept on the device until it is sent, as in class-draft.ts. */
export const useHomeDraft = create<Store>((set, get) => {
  function keep(drafts: HomeDraft[]) {
    set({ drafts });
    store(key, drafts);
  }
  const others = (childId: string) => get().drafts.filter((draft) => draft.childId !== childId);
  const waits = ({ sending, refused }: HomeDraft) => sending && !refused;
  /** What was changed after it had been sent is another request, and stays as it is. */
  const settle = (sent: HomeDraft, left?: HomeDraft) =>
    keep(get().drafts.flatMap((one) => (one.requestId === sent.requestId ? (left ?? []) : one)));
  return {
    drafts: readStored(key, v.array(HomeDraftSchema)) ?? [],
    busy: false,
    sent: undefined,
    change(about, told) {
      const draft = { ...about, requestId: newRequestId(), told, sending: false };
      keep([...others(about.childId), draft]);
    },
    async confirm(about, told) {
      if (get().busy && get().drafts.some((one) => one.childId === about.childId && waits(one))) {
        return;
      }
      const draft = { ...about, requestId: newRequestId(), told, sending: true };
      keep([...others(about.childId), draft]);
      await get().send();
    },
    async send() {
      if (get().busy) return;
      set({ busy: true });
      const tried = new Set<string>();
      for (;;) {
        const draft = get().drafts.find((one) => waits(one) && !tried.has(one.requestId));
        if (!draft) break;
        tried.add(draft.requestId);
        const { childId, week, told, requestId } = draft;
        const answer = told ? answerOf(told) : { usual: true as const };
        const input = { childId, week, answer };
        const got = await call('school.answerWeeklyAtHome', input, requestId);
        if (got.ok) {
          useHelpAnswers.getState().note(childId, got.data.help);
          set({ sent: { childId, held: got.data.held === true } });
          settle(draft);
        } else if (errorMeanings[got.error.code].retry === 'never') {
          settle(draft, { ...draft, refused: got.error.code });
        }
      }
      set({ busy: false });
    },
  };
});

transport.onOnline(() => void useHomeDraft.getState().send());
