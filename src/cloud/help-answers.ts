import { create } from 'zustand';
import type { Help } from '@contract/help';

/**
 * What the cloud said of help when something arrived there, until it was seen: whether a person is on
 * duty. By where it was written (a thread, a child), since it may arrive long after, from another page.
 */
interface HelpAnswers {
  of: Readonly<Record<string, Help>>;
  note(where: string, help: Help | undefined): void;
  seen(where: string): void;
}

export const useHelpAnswers = create<HelpAnswers>((set, get) => ({
  of: {},
  note(where, help) {
    if (help) set({ of: { ...get().of, [where]: help } });
  },
  seen(where) {
    const { [where]: _seen, ...rest } = get().of;
    set({ of: rest });
  },
}));
