import * as v from 'valibot';
import { create } from 'zustand';
import type { Failure } from '@contract';
import type { AudioLanguage } from '@contract/recordings';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';
import { forget, readStored, store } from '@/cloud/storage';
import { transport } from '@/cloud/transport';
import { discardRecording, type Recording } from '@/session/recorder';

/**
 * What was recorded and has not reached the server yet. It lies on the device, file and note, until
 * the server has said that it has it: a break, or a closed app, loses nothing, and what was sent is
 * not sent again.
 */
const TakeSchema = v.object({
  block: v.number(),
  path: v.string(),
  seconds: v.number(),
  format: v.string(),
  digest: v.string(),
  /** The same for every try, so that a repeated one is the same wish. */
  requestId: v.string(),
  file: v.string(),
  /** It lies in cloud storage; only the server has not taken it over. */
  fileId: v.optional(v.string()),
});
export type Take = v.InferOutput<typeof TakeSchema>;
const TakesSchema = v.array(TakeSchema);

export interface Which {
  guideId: string;
  version: number;
  language: AudioLanguage;
}
const keyOf = ({ guideId, version, language }: Which) => `takes:${guideId}:${version}:${language}`;

interface Takes {
  key: string;
  list: Take[];
  /** Blocks that the server has taken since the page was opened. */
  sent: number[];
  sending: boolean;
  failed: Failure | undefined;
  open(which: Which): void;
  /** Notes a take; one of the same block goes. */
  add(which: Which, take: Recording & { block: number; digest: string }): void;
  /** Sends what waits, one after another; answers whether all of it arrived. */
  send(which: Which): Promise<boolean>;
}

export const useTakes = create<Takes>((set, get) => {
  function keep(key: string, list: Take[]) {
    if (list.length > 0) store(key, list);
    else forget(key);
    if (get().key === key) set({ list });
  }
  const stored = (key: string) => readStored(key, TakesSchema) ?? [];

  async function sendOne(which: Which, key: string, take: Take): Promise<Failure | undefined> {
    const change = (part: Partial<Take>) =>
      keep(
        key,
        stored(key).map((one) => (one.requestId === take.requestId ? { ...one, ...part } : one)),
      );
    let { fileId } = take;
    if (fileId === undefined) {
      const noted = await call('account.noteRecording', { file: take.file });
      if (!noted.ok) return noted.error;
      fileId = await transport.upload(noted.data.path, take.path).catch(() => undefined);
      if (fileId === undefined) return offline;
      change({ fileId });
    }
    const { block, digest, seconds, requestId } = take;
    const input = { ...which, block, digest, voice: { fileId, seconds } };
    const answer = await call('guides.keepRecording', input, requestId);
    if (!answer.ok && answer.error.retry === 'same') return answer.error;
    // Taken over, or never to be: then it is recorded anew.
    keep(
      key,
      stored(key).filter((one) => one.requestId !== requestId),
    );
    discardRecording(take.path);
    if (answer.ok && get().key === key) set({ sent: [...get().sent, block] });
    return answer.ok ? undefined : answer.error;
  }

  return {
    ...{ key: '', list: [], sent: [], sending: false, failed: undefined },
    open(which) {
      const key = keyOf(which);
      set({ key, list: stored(key), sent: [], failed: undefined });
    },
    add(which, { path, seconds, format, block, digest }) {
      const key = keyOf(which);
      const before = stored(key);
      for (const old of before) if (old.block === block) discardRecording(old.path);
      const requestId = newRequestId();
      const file = `${requestId}.${format}`;
      const take = { block, path, seconds, format, digest, requestId, file };
      keep(key, [...before.filter((one) => one.block !== block), take]);
    },
    async send(which) {
      if (get().sending) return false;
      set({ sending: true, failed: undefined });
      const key = keyOf(which);
      let failed: Failure | undefined;
      // What is recorded while another is on its way goes as well.
      for (let take = stored(key)[0]; take && !failed; take = stored(key)[0]) {
        failed = await sendOne(which, key, take);
      }
      set({ sending: false, failed });
      return failed === undefined;
    },
  };
});

const offline: Failure = {
  code: 'OFFLINE',
  message: '现在没有网。录好的都在，有网了再点一次。',
  retry: 'same',
};
