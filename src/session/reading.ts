import * as v from 'valibot';
import { create } from 'zustand';
import { ProgressSchema, type Contact, type GuideSummary, type Progress } from '@contract/reading';
import { mergeProgress } from '@rules/guide-progress';
import { call } from '@/cloud/call';
import { serverNow } from '@/cloud/clock';
import { readStored, store } from '@/cloud/storage';
import { transport } from '@/cloud/transport';
import { useSession } from './session';

/**
 * What was heard of the guides, first of all on the device. An account learns it when there is
 * network, also after the app was closed; without an account it stays here. Telling it twice
 * changes nothing (rules/guide-progress).
 */
const key = 'reading';
const SavedSchema = v.object({
  items: v.array(ProgressSchema),
  /** Guides of which the account does not know everything yet. */
  untold: v.array(v.string()),
});
type Saved = v.InferOutput<typeof SavedSchema>;

/** As many as the contract takes at once. */
const toldAtOnce = 60;

type Heard = Pick<Progress, 'guideId' | 'version' | 'blocks' | 'of'> & {
  choice?: number;
  right?: boolean | undefined;
  contact?: Contact;
};

interface Reading extends Saved {
  /** Notes how far somebody has come, what they answered, and whom they turned to. */
  note(heard: Heard): void;
  /** Tells the account what it does not know. */
  tell(): Promise<void>;
  /** Takes over what another phone has told; once for each opening of the app. */
  learn(): Promise<void>;
}

export const useReading = create<Reading>((set, get) => {
  let telling = false;
  let learned = false;

  function keep(saved: Saved) {
    set(saved);
    store(key, saved);
  }

  async function tellSome(): Promise<boolean> {
    const { items, untold } = get();
    const some = items.filter(({ guideId }) => untold.includes(guideId)).slice(0, toldAtOnce);
    if (some.length === 0) return false;
    const answer = await call('guides.saveProgress', { items: some });
    if (!answer.ok) {
      // What the server cannot take it will not take later: it stays on the device.
      if (answer.error.code === 'INVALID_INPUT') keep({ ...get(), untold: [] });
      return false;
    }
    // What was heard while it was under way is told next.
    const unchanged = some.filter((item) => get().items.includes(item));
    const told = new Set(unchanged.map(({ guideId }) => guideId));
    keep({
      items: mergeProgress(get().items, answer.data.items),
      untold: get().untold.filter((guideId) => !told.has(guideId)),
    });
    return true;
  }

  return {
    ...(readStored(key, SavedSchema) ?? { items: [], untold: [] }),
    note({ choice, right, contact, ...heard }) {
      const at = serverNow();
      const item = {
        ...{ ...heard, at },
        ...(choice === undefined ? {} : { answered: { choice, at, right } }),
        ...(contact ? { contacts: [contact] } : {}),
      };
      const untold = [...new Set([...get().untold, heard.guideId])];
      keep({ items: mergeProgress(get().items, [item]), untold });
      void get().tell();
    },
    async tell() {
      if (telling || !useSession.getState().person.signedIn) return;
      telling = true;
      try {
        while (await tellSome());
      } finally {
        telling = false;
      }
    },
    async learn() {
      const { signedIn } = useSession.getState().person;
      if (!signedIn || learned) return;
      const answer = await call('guides.listProgress', {});
      if (!answer.ok) return;
      learned = true;
      keep({ ...get(), items: mergeProgress(get().items, answer.data.items) });
    },
  };
});

/** How far somebody has come with a guide, if it was this version. */
export function useHeard(guideId: string, version: number | undefined): Progress | undefined {
  return useReading(({ items }) =>
    items.find((item) => item.guideId === guideId && item.version === version),
  );
}

/** Whether a guide of a list was heard to its end. */
export function useHeardGuides(): (guide: GuideSummary) => boolean {
  const items = useReading((reading) => reading.items);
  return ({ id, version, blocks }) =>
    items.some((item) => item.guideId === id && item.version === version && item.blocks >= blocks);
}

/** Tells what was left from the last time, and again whenever there is network. */
export function startReading(): void {
  const tell = () => void useReading.getState().tell();
  transport.onOnline(tell);
  tell();
}
