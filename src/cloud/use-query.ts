import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ActionName, Failure, InputOf, OutputOf } from '@contract';
import { errorMeanings, type ErrorCode } from '@contract/errors';
import { forgetSaved, readSaved, save } from './cache';
import { call } from './call';
import { serverNow } from './clock';

export interface Query<Data> {
  /** What there is to show: fresh, or from the last time. */
  data: Data | undefined;
  /** When `data` came from the server, ms. */
  savedAt: number | undefined;
  /** Why the last try failed; `data` may still be there. */
  error: Failure | undefined;
  /** The first answer to this question has not come yet. */
  loading: boolean;
  reload: () => void;
}

interface Options {
  /** Ask again every so many ms while the page is on screen. */
  everyMs?: number;
}

interface Answered<Data> {
  /** The question this answers. */
  key: string;
  data?: Data | undefined;
  savedAt?: number | undefined;
  error?: Failure | undefined;
  /** It may not be seen any more: a post has ended, a code is used up. */
  shut?: boolean;
}

/** What a page hears whose address names nothing that could be asked for. */
const nothing: Failure = { code: 'NOT_FOUND', ...errorMeanings.NOT_FOUND };

/**
 * Asks a reading action when the page shows itself, shows the saved answer meanwhile, and keeps
 * the new one. `input` undefined asks nothing yet; null never will: it fails at once, so that no
 * page waits for ever.
 */
export function useQuery<Name extends ActionName>(
  action: Name,
  input: InputOf<Name> | undefined | null,
  { everyMs }: Options = {},
): Query<OutputOf<Name>> {
  const key = input == null ? undefined : JSON.stringify(input);
  const [answered, setAnswered] = useState<Answered<OutputOf<Name>>>();
  const saved = useMemo(
    () => (key === undefined ? undefined : readSaved(action, JSON.parse(key) as InputOf<Name>)),
    [action, key],
  );

  const asked = useRef(0);
  const shown = useRef(0);
  const left = useRef(false);
  const inFlight = useRef(0);

  const ask = useCallback(() => {
    if (key === undefined) return;
    asked.current += 1;
    const turn = asked.current;
    inFlight.current += 1;
    void answerTo(action, key).then((answer) => {
      inFlight.current -= 1;
      // A slow answer must not undo what a later question has learned.
      if (turn < shown.current) return;
      shown.current = turn;
      setAnswered((before) => (before?.key === key ? { ...before, ...answer } : answer));
    });
  }, [action, key]);

  useEffect(ask, [ask]);
  // The show that comes with opening the page needs no second question; every later one does, however
  // soon it comes: what was done on the page above may have changed the answer.
  useDidHide(() => {
    left.current = true;
  });
  useDidShow(() => {
    if (!left.current) return;
    left.current = false;
    ask();
  });
  useTick(everyMs, () => {
    if (inFlight.current === 0) ask();
  });

  const current = answered?.key === key ? answered : undefined;
  return {
    data: current?.shut ? undefined : (current?.data ?? saved?.data),
    savedAt: current?.shut ? undefined : (current?.savedAt ?? saved?.savedAt),
    error: input === null ? nothing : current?.error,
    loading: input !== null && current === undefined,
    reload: ask,
  };
}

/** After these what was kept on the device is not the caller's to see any more either. */
const shutting: readonly ErrorCode[] = ['FORBIDDEN', 'NOT_SIGNED_IN', 'INVITATION_INVALID'];

/** Asks, and keeps a good answer on the device. A failure says nothing of the data, so that what was shown stays. */
async function answerTo<Name extends ActionName>(
  action: Name,
  key: string,
): Promise<Answered<OutputOf<Name>>> {
  const question = JSON.parse(key) as InputOf<Name>;
  const answer = await call(action, question);
  if (!answer.ok) {
    const shut = shutting.includes(answer.error.code);
    if (shut) forgetSaved(action, question);
    return { key, error: answer.error, shut };
  }
  save(action, question, answer.data);
  return { key, data: answer.data, savedAt: serverNow(), error: undefined, shut: false };
}

/** Does something at intervals while the page is on screen. */
function useTick(everyMs: number | undefined, tick: () => void): void {
  const seen = useRef(true);
  const latest = useRef(tick);
  useEffect(() => {
    latest.current = tick;
  });
  useDidShow(() => {
    seen.current = true;
  });
  useDidHide(() => {
    seen.current = false;
  });
  useEffect(() => {
    if (everyMs === undefined) return undefined;
    const timer = setInterval(() => {
      if (seen.current) latest.current();
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}
