import { useRef, useState } from 'react';
import type { DutyEntry, DutyWeek } from '@contract/safety';
import { addDays } from '@rules/dates';
import { call } from '@/cloud/call';
import { useWrite } from '@/cloud/use-write';
import { duty } from '@/wording/safety-duty';

const entriesOf = ({ shifts }: Pick<DutyWeek, 'shifts'>): DutyEntry[] =>
  shifts.map(({ day, from, to, duty: who, standIn }) => ({
    ...{ day, from, to, postId: who.postId },
    ...(standIn && { standIn: standIn.postId }),
  }));

export interface Roster {
  /** As it would be when saved. */
  entries: DutyEntry[];
  changed: boolean;
  busy: boolean;
  state: 'idle' | 'saved';
  failed: string | undefined;
  add(entry: DutyEntry): void;
  remove(entry: Pick<DutyEntry, 'day' | 'from' | 'postId'>): void;
  copyLastWeek(): Promise<void>;
  save(): Promise<void>;
}

/** Changes to a week, kept here until they are saved together. */
export function useRoster(data: DutyWeek | undefined, reload: () => void): Roster {
  const [draft, setDraft] = useState<{ week: string; entries: DutyEntry[] }>();
  const [state, setState] = useState<'idle' | 'saved'>('idle');
  const [problem, setProblem] = useState<string>();
  const { busy, failed, write } = useWrite();
  const own = draft?.week === data?.week ? draft?.entries : undefined;
  /** What is on the page may be newer than what is being saved. */
  const latest = useRef<DutyEntry[]>();
  const saved = useRef({ week: '', rev: 0 });
  const entries = own ?? (data ? entriesOf(data) : []);

  function change(next: DutyEntry[]) {
    latest.current = next;
    if (data) setDraft({ week: data.week, entries: next });
    setState('idle');
    setProblem(undefined);
  }
  return {
    entries,
    changed: own !== undefined,
    busy,
    state,
    failed: problem ?? failed,
    add: (entry) => change([...entries, entry].sort(byTime)),
    remove: ({ day, from, postId }) =>
      change(
        entries.filter((one) => one.day !== day || one.from !== from || one.postId !== postId),
      ),
    async copyLastWeek() {
      if (!data) return;
      const answer = await call('safety.listDuty', { from: addDays(data.week, -7) });
      if (!answer.ok) setProblem(answer.error.message);
      else if (answer.data.shifts.length === 0) setProblem(duty.lastWeekNone);
      else change(entriesOf(answer.data).map((one) => ({ ...one, day: addDays(one.day, 7) })));
    },
    async save() {
      if (!data || !own) return;
      const { week } = data;
      // The page may not have heard yet of what was saved just now.
      const rev = saved.current.week === week ? Math.max(saved.current.rev, data.rev) : data.rev;
      const input = { week, rev, entries: own };
      const answer = await write('safety.setDuty', input);
      if (!answer.ok) {
        // Somebody was faster: their week is shown, and nothing of theirs is written over.
        if (answer.error.code === 'CHANGED_MEANWHILE') {
          setDraft(undefined);
          setProblem(duty.again);
          reload();
        }
        return;
      }
      if (!answer.data.set) {
        setProblem(duty.refused(answer.data.unreachable.map(({ name }) => name).join('、')));
        return;
      }
      saved.current = { week, rev: answer.data.rev };
      if (latest.current === own) {
        setDraft(undefined);
        setState('saved');
      }
      reload();
    },
  };
}

const byTime = (one: DutyEntry, other: DutyEntry) =>
  one.day.localeCompare(other.day) || one.from - other.from;
