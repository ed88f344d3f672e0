import type { Voice } from '@contract/shapes';
import { blindIndex } from './field-encryption';
import type { EntryDetails } from './timeline-entries';

/**
 * Names words or a recording of an entry for whoever checks them. A day is put right under the id it
 * has, so that the id alone would name whatever stands there when somebody looks. Tells no words.
 */
export const saidRef = (entryId: string, said: string) =>
  `${entryId}.${blindIndex('said', `${entryId}\0${said}`)}`;

/** The name of words or of a recording within an entry. */
export const partName = (entryId: string, { words, voice }: Omit<SaidPart, 'of'>) =>
  saidRef(entryId, words ?? voice?.fileId ?? '').slice(entryId.length + 1);

/** The entry, and the name of a part of it; older names stand for the whole, or hold a number. */
export function entryAndPart(ref: string): [entryId: string, part: string | undefined] {
  const [entryId = '', part] = ref.split('.');
  return [entryId, part === undefined || /^\d+$/.test(part) ? undefined : part];
}

/** `own`: it stands there; `kept`: something else was said since; `answer`: of a note. */
export interface SaidPart {
  of: 'own' | 'kept' | 'answer';
  words?: string | undefined;
  voice?: Voice | undefined;
}

/** What a check is about; undefined when it is gone. `fileId`: of a check with an older name. */
export function partOf(
  details: EntryDetails,
  ref: string,
  fileId: string | null | undefined,
): SaidPart | undefined {
  const [entryId, part] = entryAndPart(ref);
  const all = partsOf(details);
  if (part !== undefined) {
    return all.find((one) => partName(entryId, one) === part);
  }
  return all.find(({ of, words, voice }) =>
    typeof fileId === 'string'
      ? voice?.fileId === fileId
      : of === 'own' && (words !== undefined || voice !== undefined),
  );
}

function partsOf(details: EntryDetails): SaidPart[] {
  if (details.kind === 'call') return [];
  const split = (of: SaidPart['of'], said: Omit<SaidPart, 'of'> | undefined): SaidPart[] => [
    ...(said?.words === undefined ? [] : [{ of, words: said.words }]),
    ...(said?.voice ? [{ of, voice: said.voice }] : []),
  ];
  const kept = details.kind === 'mood' ? (details.kept ?? []) : [];
  return [
    ...split('own', details),
    ...(details.kind === 'note' ? split('answer', { voice: details.answer?.voice }) : []),
    ...kept.flatMap((one) => split('kept', one)),
  ];
}
