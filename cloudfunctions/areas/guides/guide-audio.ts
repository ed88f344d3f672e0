import type { AudioLanguage, GuideRecording } from '@contract/recordings';
import { recordsFor } from '@rules/recordings';
import { signedIn, type Caller } from '../../platform/caller';
import {
  guideAudio,
  type GuideAudioDocument,
  type GuideDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { readGuide } from '../../platform/read-guide';
import { deleteFiles } from '../../platform/sdk';

export interface Which {
  guideId: string;
  version: number;
  language: AudioLanguage;
}

/** The id of a county's recording of one version of a guide. */
export const audioId = ({ guideId, version, language }: Which, county: string) =>
  `${guideId}_${version}_${county}_${language}`;

/** @throws ActionError FORBIDDEN for whoever may not record. */
export function countyOfVoice(caller: Caller): string {
  const county = recordsFor(signedIn(caller).posts);
  if (county === undefined) throw new ActionError('FORBIDDEN');
  return county;
}

/**
 * The text that families are shown, if it is the version that somebody means.
 * @throws ActionError CHANGED_MEANWHILE when the text has changed since they opened it.
 */
export async function readThisVersion(
  database: Database,
  { guideId, version }: Pick<Which, 'guideId' | 'version'>,
  now: number,
) {
  const guide = await readGuide(database, guideId, now);
  if (guide.version !== version) throw new ActionError('CHANGED_MEANWHILE');
  return guide;
}

/** What a county has recorded of one version and families may hear. One round trip. */
export async function readReady(
  database: Database,
  { id: guideId, version }: Pick<GuideDocument, 'id' | 'version'>,
  county: string,
): Promise<GuideAudioDocument[]> {
  const languages: AudioLanguage[] = ['mandarin', 'dialect'];
  const ids = languages.map((language) => audioId({ guideId, version, language }, county));
  const found = await database.find(guideAudio, {
    where: { _id: command.in(ids) },
    limit: ids.length,
  });
  return found.filter(({ state }) => state === 'ready');
}

/** A recording without its files: those are reached through links alone. */
export const viewRecording = ({
  language,
  county,
  version,
  blocks,
}: GuideAudioDocument): GuideRecording => ({
  language,
  county,
  version,
  blocks: blocks.map(({ fileId: _file, ...sound }) => sound),
});

export const standingOf = ({ state, rev, blocks }: GuideAudioDocument) => ({
  state,
  rev,
  recorded: blocks.length,
});

const recordingsAtOnce = 20;

/**
 * A voice goes with its account (PIPL 47): families then hear the machine's again. That somebody
 * has heard others over stays, without who it was.
 */
export async function dropVoiceOf(database: Database, openid: string): Promise<void> {
  for (;;) {
    const found = await database.find(guideAudio, {
      where: { by: openid },
      limit: recordingsAtOnce,
    });
    if (found.length === 0) break;
    await deleteFiles(found.flatMap(({ blocks }) => blocks.map(({ fileId }) => fileId)));
    await database.removeWhere(guideAudio, { _id: command.in(found.map(({ _id }) => _id)) });
  }
  await database.updateWhere(guideAudio, { approvedBy: openid }, { approvedBy: '' });
}
