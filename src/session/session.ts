import * as v from 'valibot';
import { create } from 'zustand';
import { PersonSchema, type Person } from '@contract/account';
import { SizeSchema, type Size } from '@contract/enums';
import { TownshipCodeSchema } from '@contract/shapes';
import { countyOf } from '@rules/reach';
import { call } from '@/cloud/call';
import { readStored, store } from '@/cloud/storage';
import { forcedSize, onForcedSize } from './device';

/** Who I am and how I like to read, at hand on every page and kept on the device. */
interface Session {
  person: Person;
  size: Size;
  /** Township that a visitor picked without an account. */
  place: string | undefined;
  sizeToTell: boolean;
  /** Takes over what the server says of me. */
  learn(person: Person): void;
  /** Changes the letters at once; the account learns it when there is network. */
  setSize(size: Size): void;
  setPlace(township: string | undefined): void;
}

const stranger: Person = { signedIn: false, roles: [] };
const SavedSchema = v.object({
  person: PersonSchema,
  size: SizeSchema,
  place: v.optional(TownshipCodeSchema),
  /** Letters were changed and the account does not know yet. */
  sizeToTell: v.optional(v.boolean()),
});
const key = 'session';

const saved = readStored(key, SavedSchema);

export const useSession = create<Session>((set, get) => {
  function keep(part: Partial<Pick<Session, 'person' | 'size' | 'place' | 'sizeToTell'>>) {
    set(part);
    const { person, size, place, sizeToTell } = get();
    store(key, { person, size, place, sizeToTell });
  }
  return {
    person: saved?.person ?? stranger,
    // Who opens this for the first time is most often a grandparent: large letters (design.md).
    size: forcedSize() ?? saved?.size ?? 'large',
    place: saved?.place,
    sizeToTell: saved?.sizeToTell ?? false,
    learn(person) {
      const { size, sizeToTell } = get();
      // A choice made here stands until an answer agrees: older answers may still be on their way.
      const untold = sizeToTell && person.size !== size;
      keep({
        person,
        size: forcedSize() ?? (untold ? size : (person.size ?? size)),
        sizeToTell: untold,
      });
      if (untold && person.signedIn) void call('account.updateSettings', { size });
    },
    setSize(size) {
      const { person } = get();
      keep({ size, sizeToTell: true });
      if (person.signedIn) void call('account.updateSettings', { size });
    },
    setPlace(place) {
      keep({ place });
    },
  };
});

onForcedSize((size) => useSession.setState({ size }));

/** Where the family lives, as far as it has told. */
export function useTownship(): string | undefined {
  return useSession((session) => session.person.township ?? session.place);
}

/** The county whose directory is shown; undefined until a township is known. */
export function useCounty(): string | undefined {
  const township = useTownship();
  const post = useSession((session) => session.person.posts?.at(-1)?.county);
  return township ? countyOf(township) : post;
}
