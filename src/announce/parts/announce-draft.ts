import * as v from 'valibot';
import { create } from 'zustand';
import { AddresseeSchema, AnnouncementKindSchema } from '@contract/enums';
import { DaySchema } from '@contract/shapes';
import { readStored, store } from '@/cloud/storage';

/** When it is to appear: at once, with the next morning, or at a time of the author's. */
export const times = ['now', 'tomorrow', 'other'] as const;

const PictureSchema = v.object({
  /** On the device. */
  path: v.string(),
  /** Its name in cloud storage, the same at every try. */
  name: v.string(),
  /** Once it is there. */
  fileId: v.optional(v.string()),
});
export type DraftPicture = v.InferOutput<typeof PictureSchema>;

/** An announcement that is being written, kept on the device until it is sent. */
const DraftSchema = v.object({
  text: v.string(),
  kind: AnnouncementKindSchema,
  whom: AddresseeSchema,
  choices: v.array(v.string()),
  /** Which of the author's targets. */
  target: v.number(),
  when: v.optional(v.picklist(times), 'now'),
  /** The author's time: a day, and minutes from its midnight. */
  day: v.optional(DaySchema),
  minutes: v.optional(v.number(), 8 * 60),
  pictures: v.optional(v.array(PictureSchema), []),
  guide: v.optional(v.object({ id: v.string(), title: v.string() })),
});
export type AnnounceDraft = v.InferOutput<typeof DraftSchema>;

const empty: AnnounceDraft = {
  ...{ text: '', kind: 'tap', whom: 'anyone', choices: [], target: 0 },
  ...{ when: 'now', minutes: 8 * 60, pictures: [] },
};
const key = 'announce';

interface Store {
  draft: AnnounceDraft;
  change(part: Partial<AnnounceDraft>): void;
  clear(): void;
}

export const useAnnounceDraft = create<Store>((set, get) => {
  const keep = (draft: AnnounceDraft) => {
    set({ draft });
    store(key, draft);
  };
  return {
    draft: readStored(key, DraftSchema) ?? empty,
    change: (part) => keep({ ...get().draft, ...part }),
    clear: () => keep(empty),
  };
});
