import * as v from 'valibot';
import { create } from 'zustand';
import type { InputOf } from '@contract';
import { errorCodes, errorMeanings, type ErrorCode } from '@contract/errors';
import { ClassChoiceSchema, type ClassChoice } from '@contract/weekly';
import { call } from '@/cloud/call';
import { useHelpAnswers } from '@/cloud/help-answers';
import { newRequestId } from '@/cloud/request-id';
import { readStored, store } from '@/cloud/storage';
import { transport } from '@/cloud/transport';
import { answerOf, isToldAny, ToldSchema, type Told } from './told';

/**
 * A class's week that is being answered, kept on the device after every tap. Confirmed without
 * network it waits here (`sending`) and goes out when there is network, once: its requestId stays
 * until it is in. What the server refuses stays as well, with the reason.
 */
const DraftSchema = v.object({
  class: ClassChoiceSchema,
  week: v.string(),
  requestId: v.string(),
  told: v.record(v.string(), ToldSchema),
  /** Put back to "as usual", although something else had been said. */
  plain: v.array(v.string()),
  /** Who else was on the list when it was confirmed; undefined while it is not. */
  sending: v.optional(v.array(v.string())),
  refused: v.optional(v.picklist(errorCodes)),
});
export type ClassDraft = v.InferOutput<typeof DraftSchema>;

const key = 'class-week';

interface Store {
  draft: ClassDraft | undefined;
  busy: boolean;
  /** What the last sending came to: nobody sees the page twice for it. */
  sent: { week: string; held: boolean } | undefined;
  /** The draft of this class and week; one of another is given up unless it waits to be sent. */
  open(about: { class: ClassChoice; week: string }): void;
  tell(childId: string, told: Told): void;
  makePlain(childId: string): void;
  confirm(others: string[]): Promise<void>;
  send(): Promise<void>;
}

export const useClassDraft = create<Store>((set, get) => {
  function keep(draft: ClassDraft) {
    set({ draft });
    store(key, draft);
  }
  const change = (part: Partial<ClassDraft>) => {
    const { draft } = get();
    // Another wish is another request.
    if (draft) keep({ ...draft, requestId: newRequestId(), refused: undefined, ...part });
  };
  return {
    draft: readStored(key, DraftSchema),
    busy: false,
    sent: undefined,
    open(about) {
      const { draft } = get();
      if (draft?.sending && !draft.refused) return;
      const same =
        draft?.week === about.week && JSON.stringify(draft.class) === JSON.stringify(about.class);
      if (!same) keep({ ...about, requestId: newRequestId(), told: {}, plain: [] });
    },
    tell(childId, told) {
      const { draft } = get();
      if (!draft) return;
      const { [childId]: _before, ...rest } = draft.told;
      change({
        told: isToldAny(told) ? { ...rest, [childId]: told } : rest,
        plain: draft.plain.filter((id) => id !== childId),
        sending: undefined,
      });
    },
    makePlain(childId) {
      const { draft } = get();
      if (!draft) return;
      const { [childId]: _before, ...told } = draft.told;
      change({ told, plain: [...draft.plain, childId], sending: undefined });
    },
    async confirm(others) {
      const { draft } = get();
      if (!draft || get().busy) return;
      keep({ ...draft, sending: others, refused: undefined });
      await get().send();
    },
    async send() {
      const { draft, busy } = get();
      if (!draft?.sending || draft.refused || busy) return;
      set({ busy: true });
      const answer = await call('school.answerWeekly', inputOf(draft), draft.requestId);
      set({ busy: false });
      if (answer.ok) {
        useHelpAnswers.getState().note(classHelp, answer.data.help);
        set({ sent: { week: draft.week, held: answer.data.held } });
        keep({
          class: draft.class,
          week: draft.week,
          requestId: newRequestId(),
          told: {},
          plain: [],
        });
      } else if (!mayPass(answer.error.code)) {
        keep({ ...draft, requestId: newRequestId(), refused: answer.error.code });
      }
    },
  };
});

/** Where the cloud's answer for a whole class is kept (`help-answers`). */
export const classHelp = 'class';

/** A later try can help although the answer was no. */
const mayPass = (code: ErrorCode) => errorMeanings[code].retry === 'same' || code === 'TOO_MANY';

function inputOf({
  class: of,
  week,
  told,
  plain,
  sending = [],
}: ClassDraft): InputOf<'school.answerWeekly'> {
  const answers = Object.entries(told).map(([childId, one]) => ({
    childId,
    answer: answerOf(one),
  }));
  const back = plain.map((childId) => ({ childId, answer: { usual: true as const } }));
  return { class: of, week, usual: sending, answers: [...answers, ...back] };
}

transport.onOnline(() => void useClassDraft.getState().send());
