import * as v from 'valibot';
import { create } from 'zustand';
import type { InputOf } from '@contract';
import { errorCodes, errorMeanings, type ErrorCode } from '@contract/errors';
import { call } from './call';
import { newRequestId } from './request-id';
import { readStored, store } from './storage';
import { transport } from './transport';

/**
 * What was written down without network and is still to be sent. It lies on the device until the
 * server has said yes or no: closing the app, an empty battery or a lost answer loses nothing, and
 * the requestId makes sure that nothing is done twice. What the server refuses stays, with the
 * reason, until the person puts it right or throws it away.
 */
const action = 'family.addChildByProxy';

const EntrySchema = v.object({
  requestId: v.string(),
  // Whether it still fits the contract is the server's to say: what was written is never dropped.
  input: v.custom<InputOf<typeof action>>((input) => typeof input === 'object' && input !== null),
  /** ms. */
  writtenAt: v.number(),
  refused: v.optional(v.picklist(errorCodes)),
});
export type OutboxEntry = v.InferOutput<typeof EntrySchema>;
export type OutboxInput = OutboxEntry['input'];

const key = 'outbox';

interface Outbox {
  entries: OutboxEntry[];
  sending: boolean;
  /** How many were sent since the app was opened. */
  sent: number;
  /** Why the last try did not get through; nothing when it did. */
  problem: ErrorCode | undefined;
  /** Takes something in; answers whether it lies safely on the device. */
  add(input: OutboxInput, now: number): boolean;
  /** Takes one out: it is to be written anew, or it is not wanted. */
  remove(requestId: string): void;
  /** Sends what is waiting, one after another. */
  send(): Promise<void>;
}

/** A later try can help although the answer was no. */
const passing: readonly ErrorCode[] = ['TOO_MANY', 'UNKNOWN_ACTION', 'NOT_UNDERSTOOD'];

function read(): OutboxEntry[] {
  return readStored(key, v.array(EntrySchema)) ?? [];
}

export const useOutbox = create<Outbox>((set, get) => {
  function keep(entries: OutboxEntry[]) {
    set({ entries });
    store(key, entries);
  }
  const without = (requestId: string) =>
    get().entries.filter((entry) => entry.requestId !== requestId);

  /** Answers whether to go on with the next one. */
  async function sendOne({ requestId, input }: OutboxEntry): Promise<boolean> {
    const answer = await call(action, input, requestId);
    if (answer.ok) {
      keep(without(requestId));
      set(({ sent }) => ({ sent: sent + 1, problem: undefined }));
      return true;
    }
    const { code } = answer.error;
    if (errorMeanings[code].retry === 'same' || passing.includes(code)) {
      set({ problem: code });
      return false;
    }
    keep(
      get().entries.map((entry) =>
        entry.requestId === requestId ? { ...entry, refused: code } : entry,
      ),
    );
    return true;
  }

  return {
    entries: read(),
    sending: false,
    sent: 0,
    problem: undefined,
    add(input, now) {
      const requestId = newRequestId();
      keep([...get().entries, { requestId, input, writtenAt: now }]);
      return read().some((entry) => entry.requestId === requestId);
    },
    remove(requestId) {
      keep(without(requestId));
    },
    async send() {
      if (get().sending) return;
      set({ sending: true });
      try {
        for (;;) {
          const next = get().entries.find(({ refused }) => refused === undefined);
          if (!next || !(await sendOne(next))) break;
        }
      } finally {
        set({ sending: false });
      }
    },
  };
});

/** Sends what was left from the last time, and again whenever there is network. */
export function startOutbox(): void {
  const send = () => void useOutbox.getState().send();
  transport.onOnline(send);
  send();
}
