import type { CareEntry } from '@contract/director';
import { readSaved, savedQuestions } from '@/cloud/cache';

/** The child as the lists on this phone have it: at the door there may be no network. */
export function knownChild(childId: string | undefined): CareEntry | undefined {
  for (const question of savedQuestions('director.listChildren')) {
    const list = readSaved('director.listChildren', question)?.data.children ?? [];
    const found = list.find(({ id }) => id === childId);
    if (found) return found;
  }
  return undefined;
}
