import { useMemo } from 'react';
import { create } from 'zustand';
import type { InputOf } from '@contract';
import type { ErrorCode } from '@contract/errors';
import { call } from '@/cloud/call';
import { serverNow } from '@/cloud/clock';
import { newRequestId } from '@/cloud/request-id';
import { transport } from '@/cloud/transport';
import { discardRecording, type Recording } from '../recorder';
import { useSession } from '../session';
import {
  laneOf,
  type Entry,
  type Kind,
  type MessageEntry,
  type NewEntry,
  type WarmAction,
  type WarmEntry,
} from './entries';
import { keep, readKept, type Kept } from './kept';
import { post } from './post';

export type { MessageEntry, NewMessage, ProxyEntry, VisitEntry, WarmEntry } from './entries';

/**
 * Everything on its way from this phone, whatever it is. It lies on the device until the server has
 * said yes or no: a tunnel, an empty battery, a closed app or a lost answer loses nothing. The id is
 * made when it is written, so that whatever is repeated arrives once. Nothing overtakes within a
 * thread or a child (`laneOf`) but what is urgent. What was left from another time goes out only when the server has
 * said who is here: a phone that has changed hands sends nobody else's words.
 */
interface Queue {
  /** Of whoever is here, in the order they were written. */
  entries: Entry[];
  sending: boolean;
  /** How many of each arrived since the app was opened: a page that shows them asks again. */
  sent: Record<Kind, number>;
  /** Why the last try did not get through; nothing when it did. */
  problems: Partial<Record<Kind, ErrorCode>>;
  /** Takes something in and sends it; answers no where a form could not be kept on the device. */
  add(entry: NewEntry): boolean;
  /** Somebody wants it no longer. One that is under way may arrive all the same. */
  remove(requestId: string): void;
  /** Tries again what was refused. */
  again(requestId: string): void;
  /** Puts another file, or none, where one is gone; in its place, and under an id of its own. */
  mend(requestId: string, part: Mended): void;
  send(): Promise<void>;
}

/** A message's file; of parent and child what was said without the recording. */
export type Mended = Pick<MessageEntry, 'file'> | Pick<WarmEntry, 'recording' | 'fileId'>;

/** Where there is network and it did not get through all the same: soon, then less and less often. */
const soonestMs = 10_000;
const latestMs = 60_000;

const waits = ({ refused, gone }: Entry) => refused === undefined && gone === undefined;
/** Words that cannot wait: nothing of their thread holds them up. */
const isUrgent = (one: Entry) => one.of === 'message' && one.urgent !== undefined;
/** What cannot go in its thread before somebody has decided about it. */
const closes = (one: Entry) => one.of === 'message' && one.gone !== undefined;

/** What an entry says about an announcement, if it is about one. */
export const announcementOf = ({ input }: WarmEntry) =>
  'announcementId' in input ? input : undefined;
const announcementIn = (entry: Entry) => entry.of === 'warm' && announcementOf(entry);

export const useQueue = create<Queue>((set, get) => {
  let kept: Kept = readKept();
  // Why an announcement could not be answered is said on its page, once.
  kept.entries = kept.entries.filter((one) => waits(one) || !announcementIn(one));
  /** Written since the app was opened, by whoever is here: WeChat begins anew for another person. */
  const written = new Set<string>();
  /** Who is here, as the server says; empty for somebody without an account. */
  let here: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = soonestMs;

  const isMine = ({ requestId, owner }: Entry) => {
    const known = here ?? useSession.getState().person.voiceFolder;
    return written.has(requestId) || !owner || known === undefined || owner === known;
  };
  const mayGo = ({ requestId, owner }: Entry) =>
    written.has(requestId) || (Boolean(here) && (!owner || owner === here));
  /** Something that another try may bring through. */
  const isLeft = () =>
    kept.entries.some((one) => waits(one) && !isHeldUp(one) && (here === undefined || mayGo(one)));
  /** Behind a recording that is gone its thread waits for what is decided; what is urgent does not. */
  const isHeldUp = (one: Entry) =>
    !isUrgent(one) &&
    kept.entries
      .slice(0, kept.entries.indexOf(one))
      .some((other) => closes(other) && isMine(other) && laneOf(other) === laneOf(one));

  function put(entries: Entry[]): boolean {
    kept = { ...kept, entries };
    set({ entries: entries.filter(isMine) });
    return keep(kept);
  }
  function change(requestId: string, part: object) {
    put(kept.entries.map((one) => (one.requestId === requestId ? { ...one, ...part } : one)));
  }
  function drop(requestId: string) {
    const gone = kept.entries.find((one) => one.requestId === requestId);
    put(kept.entries.filter((one) => one !== gone));
    const path = gone?.of === 'warm' ? gone.recording?.path : undefined;
    const file = gone?.of === 'message' ? gone.file?.path : undefined;
    for (const one of [path, file]) if (one !== undefined) discardRecording(one);
  }
  function note(of: Kind, problem: ErrorCode | undefined) {
    set(({ problems, sent }) => ({
      problems: { ...problems, [of]: problem },
      sent: problem === undefined ? { ...sent, [of]: sent[of] + 1 } : sent,
    }));
  }

  /** Asks who is here, when something of another time is still to go. */
  async function lookWhoIsHere(): Promise<void> {
    if (here !== undefined || kept.entries.every((one) => !waits(one) || mayGo(one))) return;
    const answer = await call('account.home', {});
    if (!answer.ok) return;
    here = answer.data.person.voiceFolder ?? '';
    put(kept.entries);
  }

  async function sendAll(): Promise<void> {
    await lookWhoIsHere();
    const shut = new Set<string>();
    const tried = new Set<string>();
    const mayTry = (one: Entry) => waits(one) && mayGo(one) && !tried.has(one.requestId);
    for (;;) {
      // A file may take minutes, and may not upload at all: what is urgent goes first.
      const next =
        kept.entries.find((one) => mayTry(one) && isUrgent(one)) ??
        kept.entries.find((one) => mayTry(one) && !shut.has(laneOf(one)) && !isHeldUp(one));
      if (!next) break;
      const { requestId, of } = next;
      tried.add(requestId);
      const outcome = await post(next, (part) => change(requestId, part));
      if (outcome === 'arrived') {
        drop(requestId);
        pauseMs = soonestMs;
        note(of, undefined);
      } else if (outcome === 'gone') {
        change(requestId, { gone: true });
      } else if ('refused' in outcome) {
        change(requestId, { refused: outcome.refused });
      } else {
        note(of, outcome.waits);
        if (!outcome.overtaken) shut.add(laneOf(next));
      }
    }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => void get().send(), pauseMs);
    pauseMs = Math.min(latestMs, pauseMs * 2);
  }

  return {
    entries: kept.entries.filter(isMine),
    sending: false,
    sent: { message: 0, warm: 0, proxy: 0, visit: 0 },
    problems: {},
    add(part) {
      const requestId = newRequestId();
      const owner = (here === '' ? undefined : here) ?? useSession.getState().person.voiceFolder;
      written.add(requestId);
      pauseMs = soonestMs;
      const isKept = put([...kept.entries, { ...part, requestId, owner, writtenAt: serverNow() }]);
      // A form is still there to be kept again; a message has nothing but the memory of this app.
      if (!isKept && part.of === 'proxy') {
        put(kept.entries.filter((one) => one.requestId !== requestId));
        return false;
      }
      void get().send();
      return true;
    },
    remove(requestId) {
      drop(requestId);
      // Something may have waited behind it.
      void get().send();
    },
    again(requestId) {
      change(requestId, { refused: undefined });
      void get().send();
    },
    mend(requestId, part) {
      const under = newRequestId();
      written.add(under);
      change(requestId, { ...part, requestId: under, gone: undefined });
      void get().send();
    },
    async send() {
      if (get().sending) return;
      set({ sending: true });
      try {
        await sendAll();
      } finally {
        set({ sending: false });
        if (isLeft()) later();
      }
    },
  };
});

/** Sends what was left from the last time, and again whenever there is network. */
export function startQueue(): void {
  const send = () => void useQueue.getState().send();
  transport.onOnline(send);
  send();
}

/** Everything of one kind that is still to be sent, the oldest first. */
export function useWaiting<Of extends Kind>(of: Of): Extract<Entry, { of: Of }>[] {
  const entries = useQueue((queue) => queue.entries);
  return useMemo(
    () => entries.filter((entry): entry is Extract<Entry, { of: Of }> => entry.of === of),
    [entries, of],
  );
}

/** Takes in what parent and child send each other, or that an announcement is known. */
export function addWarm<Action extends WarmAction>(
  action: Action,
  input: InputOf<Action>,
  recording?: Recording,
): void {
  useQueue.getState().add({ of: 'warm', action, input, recording });
}

/** What is still to be sent of a child, the oldest first. */
export function useUnsent(childId: string): WarmEntry[] {
  return useWaiting('warm').filter(
    (entry) => entry.input.childId === childId && !announcementOf(entry),
  );
}
