import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import type { Message } from '@contract/school';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { useQueue, useWaiting } from '@/session/queue';

/** How often it is asked whether something is new, ms: less and less while nothing is. */
const soonestMs = 5_000;
const latestMs = 15_000;

/** A thread as this phone shows it: kept offline, fresh while somebody looks, what waits below. */
export function useThread(threadId: string | undefined) {
  const query = useQuery('school.getThread', threadId ? { threadId } : null);
  const { data, savedAt, reload } = query;
  const first = data && { rows: data.messages, next: data.next };
  const ask = async (before: number) => {
    const answer = await call('school.getThread', { threadId: threadId ?? '', before });
    if (!answer.ok) return answer;
    return { ok: true as const, data: { rows: answer.data.messages, next: answer.data.next } };
  };
  const more = useMore<Message, number>(first, savedAt, ask, threadId);
  const waiting = useWaiting('message');
  const sent = useQueue((queue) => queue.sent.message);
  const known = useRef(sent);
  useEffect(() => {
    if (known.current !== sent) reload();
    known.current = sent;
  }, [sent, reload]);
  useFreshness(threadId, reload);
  useMarkRead(threadId, query.error ? undefined : data?.messages);
  const here = waiting.filter((one) => one.threadId === threadId);
  const arrived = new Set(data?.messages.map(({ requestId }) => requestId));
  // Its file is gone, but it had arrived: nothing is left to decide.
  const settled = here.find(({ requestId, gone }) => gone && arrived.has(requestId))?.requestId;
  const remove = useQueue((queue) => queue.remove);
  useEffect(() => {
    if (settled !== undefined) remove(settled);
  }, [settled, remove]);
  return {
    query,
    more,
    messages: [...more.rows].reverse(),
    // An answer may be lost and the message be there: it is shown once.
    waiting: here.filter(({ requestId }) => !arrived.has(requestId)),
  };
}

/** One cheap question while the page is seen; a page of messages only when its answer says so. */
function useFreshness(threadId: string | undefined, reload: () => void): void {
  const seen = useRef(true);
  const wake = useRef<() => void>();
  useEffect(() => {
    if (threadId === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stamp: string | undefined;
    let over = false;
    async function look(id: string, after: number) {
      if (!seen.current) return;
      const known: Record<string, string> = stamp === undefined ? {} : { [id]: stamp };
      const answer = await call('school.listChanges', { threadId: id, known });
      if (over) return;
      const changed = answer.ok ? answer.data.changed[0] : undefined;
      if (changed) {
        // The first stamp is that of what the page has just read, unless something came since.
        if (stamp !== undefined || changed.unread > 0) reload();
        stamp = changed.stamp;
      }
      const next = changed ? soonestMs : Math.min(latestMs, after * 1.5);
      clearTimeout(timer);
      timer = setTimeout(() => void look(id, next), next);
    }
    wake.current = () => void look(threadId, soonestMs);
    timer = setTimeout(wake.current, soonestMs);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [threadId, reload]);
  useDidShow(() => {
    if (seen.current) return;
    seen.current = true;
    wake.current?.();
  });
  useDidHide(() => {
    seen.current = false;
  });
}

/** Having been shown is having been seen; one's own message marks nothing. */
function useMarkRead(threadId: string | undefined, messages: Message[] | undefined): void {
  const marked = useRef(0);
  const newest = messages?.find(({ mine }) => !mine)?.seq;
  useEffect(() => {
    if (threadId === undefined || newest === undefined || newest <= marked.current) return;
    marked.current = newest;
    void call('school.markRead', { threadId, seq: newest }).then((answer) => {
      if (!answer.ok) marked.current = 0;
    });
  }, [threadId, newest]);
}
