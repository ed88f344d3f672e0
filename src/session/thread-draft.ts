import * as v from 'valibot';
import { forget, readStored, store } from '@/cloud/storage';

/**
 * What is about to be said to the school. It lies on the device and not in an address: words about a
 * child belong into neither a log nor a history.
 */
const any = 'thread-draft';
const keyOf = (threadId: string) => `${any}:${threadId}`;

/** Keeps words for this thread, or for whichever is opened next. */
export function keepThreadDraft(text: string, threadId?: string): void {
  const key = threadId === undefined ? any : keyOf(threadId);
  if (text === '') forget(key);
  else store(key, text);
}

/** What lies there for this thread; words that were prepared elsewhere come first. */
export function readThreadDraft(threadId: string): string {
  const prepared = readStored(any, v.string());
  if (prepared === undefined) return readStored(keyOf(threadId), v.string()) ?? '';
  forget(any);
  keepThreadDraft(prepared, threadId);
  return prepared;
}
