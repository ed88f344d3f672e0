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
 * until it is in. What the server refuses stays as well, with the reason. One for each class and
 * week: a teacher goes on with another class meanwhile.
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

/** What a draft is about. */
export interface About {
  class: ClassChoice;
  week: string;
}
/** What there is about this class and week, or any week. */
export const ofClass = <Some extends About>(
  all: readonly Some[],
  { class: { schoolId, className }, week }: Pick<About, 'class'> & Partial<About>,
): Some | undefined =>
  all.find(
    (one) =>
      one.class.schoolId === schoolId &&
      one.class.className === className &&
      (!week || one.week === week),
  );

interface Store {
  drafts: ClassDraft[];
  busy: boolean;
  /** What the sendings came to, the last one first: nobody sees the page twice for it. */
  sent: (About & { held: boolean })[];
  /** `told` undefined: put back to "as usual". */
  tell(about: About, childId: string, told: Told | undefined): void;
  confirm(about: About, others: string[]): Promise<void>;
  send(): Promise<void>;
}

/** To be sent as it is. */
const waits = ({ sending, refused }: ClassDraft) => sending !== undefined && !refused;

export const useClassDraft = create<Store>((set, get) => {
  function keep(drafts: ClassDraft[]) {
    set({ drafts });
    store(key, drafts);
  }
  function put({ class: of, week }: About, change: (draft: ClassDraft) => Partial<ClassDraft>) {
    const about = { class: of, week };
    const { drafts } = get();
    const found = ofClass(drafts, about);
    const draft = found ?? { ...about, requestId: newRequestId(), told: {}, plain: [] };
    // What lies here of a week before is given up unless it waits to be sent.
    const others = drafts.filter((one) => one !== found && (one.week >= week || waits(one)));
    keep([...others, { ...draft, refused: undefined, ...change(draft) }]);
  }
  /** What was changed after it had been sent is another request, and stays as it is. */
  const settle = (sent: ClassDraft, left?: ClassDraft) =>
    keep(get().drafts.flatMap((one) => (one.requestId === sent.requestId ? (left ?? []) : one)));
  return {
    drafts: stored(),
    busy: false,
    sent: [],
    tell(about, childId, told) {
      put(about, (draft) => {
        const { [childId]: _before, ...rest } = draft.told;
        const plain = draft.plain.filter((id) => id !== childId);
        return {
          // Another wish is another request.
          requestId: newRequestId(),
          told: told && isToldAny(told) ? { ...rest, [childId]: told } : rest,
          plain: told ? plain : [...plain, childId],
          sending: undefined,
        };
      });
    },
    async confirm(about, others) {
      const before = ofClass(get().drafts, about);
      if (get().busy && before && waits(before)) return;
      // Tapped again without network it is the same request.
      put(about, () => ({ sending: others }));
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
        const answer = await call('school.answerWeekly', inputOf(draft), draft.requestId);
        if (answer.ok) {
          const { class: of, week } = draft;
          useHelpAnswers.getState().note(classHelp, answer.data.help);
          set({ sent: [{ class: of, week, held: answer.data.held }, ...get().sent] });
          settle(draft);
        } else if (!mayPass(answer.error.code)) {
          settle(draft, { ...draft, requestId: newRequestId(), refused: answer.error.code });
        }
      }
      set({ busy: false });
    },
  };
});

/** An earlier version kept one class only. */
function stored(): ClassDraft[] {
  const found = readStored(key, v.union([v.array(DraftSchema), DraftSchema])) ?? [];
  return Array.isArray(found) ? found : [found];
}

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
