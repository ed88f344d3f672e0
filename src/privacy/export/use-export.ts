import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, OutputOf } from '@contract';
import type { Appointment } from '@contract/appointment';
import type { Accompanied } from '@contract/courses';
import type { Notice } from '@contract/notify';
import type { Progress } from '@contract/reading';
import type { Message } from '@contract/school';
import type { Decision, HomeVisitRecord, ScreeningRecord } from '@contract/rights';
import type { TimelineEntry } from '@contract/warmth';
import type { FamilyAnnouncement } from '@contract/announcements';
import type { ChildWeek } from '@contract/weekly';
import { call } from '@/cloud/call';

type Part<Name extends string> = Extract<OutputOf<'account.exportMyData'>, { part: Name }>;

/** Everything about one person, put together from its parts. */
export interface MyRecords {
  me: Part<'me'>;
  visits: Appointment[];
  waits: Part<'children'>['waits'];
  children: {
    circle: OutputOf<'family.showCircle'>;
    decisions: Decision[];
    /** Moods, notes and calls, the newest first. */
    timeline: TimelineEntry[];
    weeks: ChildWeek[];
    screenings: ScreeningRecord[];
    /** What a child director wrote down of visits at home, the newest first. */
    homeVisits: HomeVisitRecord[];
  }[];
  /** What was announced, with what the family answered. */
  announcements: FamilyAnnouncement[];
  /** What they were told, the newest first. */
  notices: Notice[];
  /** What was heard of the guides, and with whom. */
  learning: { heard: Progress[]; together: Accompanied[] };
  /** What was said in the threads of the children one decides for, the newest first. */
  threads: { id: string; messages: Message[] }[];
}

export type Export =
  | { state: 'collecting'; done: number }
  | { state: 'failed'; error: Failure }
  | { state: 'done'; records: MyRecords };

class Stopped extends Error {
  constructor(readonly error: Failure) {
    super(error.code);
  }
}

/** Collects the records part by part. Nothing of it is stored on the device. */
export function useExport(): Export & { again: () => void } {
  const [result, setResult] = useState<Export>({ state: 'collecting', done: 0 });
  const turn = useRef(0);

  const begin = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    const show = (next: Export) => {
      if (mine === turn.current) setResult(next);
    };
    collect((done) => show({ state: 'collecting', done }))
      .then((records) => show({ state: 'done', records }))
      .catch((error: unknown) => {
        if (!(error instanceof Stopped)) throw error;
        show({ state: 'failed', error: error.error });
      });
  }, []);

  useEffect(() => {
    begin();
    return () => {
      turn.current += 1;
    };
  }, [begin]);

  return {
    ...result,
    again() {
      setResult({ state: 'collecting', done: 0 });
      begin();
    },
  };
}

async function collect(onProgress: (done: number) => void): Promise<MyRecords> {
  let done = 0;
  const step = <Data>(data: Data): Data => {
    done += 1;
    onProgress(done);
    return data;
  };
  const me = step(await readPart('me', { part: 'me' }));
  const visits: Appointment[] = [];
  for (let before: number | undefined; ;) {
    const page = step(await readPart('visits', { part: 'visits', before }));
    visits.push(...page.appointments);
    if (page.next === undefined) break;
    before = page.next;
  }
  const ids: string[] = [];
  const waits: MyRecords['waits'] = [];
  for (let cursor: string | undefined; ;) {
    const page = step(await readPart('children', { part: 'children', cursor }));
    ids.push(...page.children.map(({ id }) => id));
    waits.push(...page.waits);
    if (page.next === undefined) break;
    cursor = page.next;
  }
  const children: MyRecords['children'] = [];
  for (const childId of ids) {
    const circle = await call('family.showCircle', { childId });
    if (!circle.ok) throw new Stopped(circle.error);
    const { decisions } = step(await readPart('decisions', { part: 'decisions', childId }));
    const timeline: TimelineEntry[] = [];
    for (let before: number | undefined; ;) {
      const page = step(await readPart('timeline', { part: 'timeline', childId, before }));
      timeline.push(...page.entries);
      if (page.next === undefined) break;
      before = page.next;
    }
    const { screenings } = step(await readPart('screenings', { part: 'screenings', childId }));
    const homeVisits: HomeVisitRecord[] = [];
    for (let before: number | undefined; ;) {
      const page = step(await readPart('homeVisits', { part: 'homeVisits', childId, before }));
      homeVisits.push(...page.visits);
      if (page.next === undefined) break;
      before = page.next;
    }
    const weeks = await readWeeks(childId);
    children.push({ circle: circle.data, decisions, timeline, weeks, screenings, homeVisits });
  }
  const announcements = await readAnnouncements();
  const notices: Notice[] = [];
  for (let before: number | undefined; ;) {
    const page = step(await readPart('notices', { part: 'notices', before }));
    notices.push(...page.notices);
    if (page.next === undefined) break;
    before = page.next;
  }
  const heard = await call('guides.listProgress', {});
  if (!heard.ok) throw new Stopped(heard.error);
  const together = await call('guides.listAccompanied', { as: 'family' });
  if (!together.ok) throw new Stopped(together.error);
  const learning = step({ heard: heard.data.items, together: together.data.rows });
  const mine = children.filter(({ circle }) => circle.child.standing === 'guardian');
  const threads = await readThreads(new Set(mine.map(({ circle }) => circle.child.id)), step);
  return { me, visits, waits, children, announcements, notices, learning, threads };
}

async function readWeeks(childId: string): Promise<ChildWeek[]> {
  const weeks: ChildWeek[] = [];
  for (let before: string | undefined; ;) {
    const page = await call('school.listWeeks', { childId, before });
    if (!page.ok) throw new Stopped(page.error);
    weeks.push(...page.data.weeks);
    if (page.data.next === undefined) return weeks;
    before = page.data.next;
  }
}

async function readAnnouncements(): Promise<FamilyAnnouncement[]> {
  const list: FamilyAnnouncement[] = [];
  for (let before: number | undefined; ;) {
    const page = await call('school.listAnnouncements', { before });
    if (!page.ok) throw new Stopped(page.error);
    list.push(...page.data.announcements);
    if (page.data.next === undefined) return list;
    before = page.data.next;
  }
}

async function readThreads(
  childIds: ReadonlySet<string>,
  step: <Data>(data: Data) => Data,
): Promise<MyRecords['threads']> {
  if (childIds.size === 0) return [];
  const list = await call('school.listThreads', {});
  if (!list.ok) throw new Stopped(list.error);
  const threads: MyRecords['threads'] = [];
  for (const { id } of list.data.threads.filter(({ childId }) => childIds.has(childId))) {
    const messages: Message[] = [];
    for (let before: number | undefined; ;) {
      const page = await call('school.exportThread', { threadId: id, before });
      if (!page.ok) throw new Stopped(page.error);
      messages.push(...step(page.data.messages));
      if (page.data.next === undefined) break;
      before = page.data.next;
    }
    threads.push({ id, messages });
  }
  return threads;
}

async function readPart<Name extends OutputOf<'account.exportMyData'>['part']>(
  name: Name,
  input: Parameters<typeof call<'account.exportMyData'>>[1],
): Promise<Part<Name>> {
  const answer = await call('account.exportMyData', input);
  if (!answer.ok) throw new Stopped(answer.error);
  if (!isPart(answer.data, name)) throw new Error('another part than was asked for');
  return answer.data;
}

function isPart<Name extends string>(
  data: OutputOf<'account.exportMyData'>,
  name: Name,
): data is Part<Name> {
  return data.part === name;
}
