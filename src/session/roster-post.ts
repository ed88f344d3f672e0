import * as v from 'valibot';
import { create } from 'zustand';
import type { Person } from '@contract/account';
import { IdSchema } from '@contract/shapes';
import { placeOfRoster, rosterPosts } from '@rules/posts';
import { readStored, store } from '@/cloud/storage';

export type Post = NonNullable<Person['posts']>[number];

/** Which school or township somebody with several works for just now, remembered on this phone. */
const key = 'roster-place';
const SavedSchema = v.object({ place: IdSchema });

interface Chosen {
  place: string | undefined;
  choose(place: string): void;
}

export const useRosterPlace = create<Chosen>((set) => ({
  place: readStored(key, SavedSchema)?.place,
  choose(place) {
    store(key, { place });
    set({ place });
  },
}));

/** The post in use, and all there are to choose from; nothing for whoever keeps no roster. */
export function useRosterPost(person: Person): { post: Post | undefined; posts: Post[] } {
  const place = useRosterPlace((chosen) => chosen.place);
  const all = rosterPosts(person.posts ?? [], person.role);
  // Between roles one switches elsewhere; here one chooses between two posts of one kind.
  const posts = all.filter(({ role }) => role === all[0]?.role);
  // A post that has ended is not chosen any more, whatever the phone remembers.
  return { post: posts.find((one) => placeOfRoster(one) === place) ?? posts[0], posts };
}
