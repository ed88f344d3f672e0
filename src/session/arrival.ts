import * as v from 'valibot';
import { SceneSchema, SourceSchema, type Source } from '@contract/arriving';
import { isWholeCounty } from '@rules/campaign';
import { call } from '@/cloud/call';
import { readStored, store } from '@/cloud/storage';
import { transport } from '@/cloud/transport';
import { useSession } from './session';

/**
 * By which code somebody came for the first time: it says the township, so nobody has to pick one,
 * and it is counted once, without a name. What could not be told is told when there is network.
 */
const key = 'arrival';
const QuerySchema = v.object({ scene: v.string() });
const SavedSchema = v.object({ source: SourceSchema, told: v.boolean() });

let telling = false;

async function tell(): Promise<void> {
  const saved = readStored(key, SavedSchema);
  if (!saved || saved.told || telling) return;
  telling = true;
  try {
    const answer = await call('reach.noteArrival', saved.source);
    // What the server cannot take it will not take later.
    const over = answer.ok || answer.error.retry === 'never';
    if (over) store(key, { ...saved, told: true });
  } finally {
    telling = false;
  }
}

function startWith({ place }: Source): void {
  const { person, place: chosen, setPlace } = useSession.getState();
  if (!isWholeCounty(place) && chosen === undefined && !person.township) setPlace(place);
}

/** Looks at what the mini program was opened with; anything may stand there. */
export function noteArrival(query: unknown): void {
  const asked = v.safeParse(QuerySchema, query);
  const source = v.safeParse(SceneSchema, asked.success ? decoded(asked.output.scene) : '');
  if (!source.success) return;
  startWith(source.output);
  // The first code is the one that counts.
  if (!readStored(key, SavedSchema)) store(key, { source: source.output, told: false });
  void tell();
}

/** WeChat hands a scene over as it stands in an address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** Tells what was left from the last time, and again whenever there is network. */
export function startArrival(): void {
  transport.onOnline(() => void tell());
  void tell();
}
