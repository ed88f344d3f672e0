import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, OutputOf } from '@contract';
import type { Appointment } from '@contract/appointment';
import type { Notice } from '@contract/notify';
import type { Decision } from '@contract/rights';
import { call } from '@/cloud/call';

type Part<Name extends string> = Extract<OutputOf<'account.exportMyData'>, { part: Name }>;

/** Everything about one person, put together from its parts. */
export interface MyRecords {
  me: Part<'me'>;
  visits: Appointment[];
  waits: Part<'children'>['waits'];
  children: { circle: OutputOf<'family.showCircle'>; decisions: Decision[] }[];
  /** What they were told, the newest first. */
  notices: Notice[];
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
    children.push({ circle: circle.data, decisions });
  }
  const notices: Notice[] = [];
  for (let before: number | undefined; ;) {
    const page = step(await readPart('notices', { part: 'notices', before }));
    notices.push(...page.notices);
    if (page.next === undefined) break;
    before = page.next;
  }
  return { me, visits, waits, children, notices };
}

async function readPart<Name extends 'me' | 'children' | 'visits' | 'decisions' | 'notices'>(
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
