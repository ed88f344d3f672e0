import { useEffect, useState } from 'react';
import type { Guide } from '@contract/guides';
import type { AudioLanguage, GuideRecording, Sound } from '@contract/recordings';
import { playable } from '@rules/recordings';
import { secondsToRead, type Speed } from '@rules/speech-parts';
import {
  chooseLanguage,
  keepSounds,
  readLanguage,
  soundsFor,
  type SoundPlace,
} from '@/session/kept-sounds';
import { isOnWifi } from '@/session/sound-files';
import { canSpeak } from '@/session/speaking';

export interface Voices {
  /** A person's voice for every block, in the language that is heard. */
  sounds: Sound[] | undefined;
  place: SoundPlace | undefined;
  /** Between which one may choose; one of them may be the machine's. */
  languages: AudioLanguage[];
  language: AudioLanguage;
  choose: (language: AudioLanguage) => void;
  /** Blocks. */
  count: number;
}

/** Whose voice reads a guide. On Wi-Fi what is opened is kept at once, with its voice. */
export function useVoices(guide: Guide, recordings: GuideRecording[] | undefined): Voices {
  const [chosen, setChosen] = useState(readLanguage);
  const { id: guideId, version } = guide;
  const there = playable(guide, recordings ?? []).map(({ language }) => language);
  const sounds = soundsFor(guide, recordings, chosen);
  const county = recordings?.[0]?.county;
  const place = county === undefined ? undefined : { guideId, version, county };
  const spoken = canSpeak || there.includes('mandarin');
  const hasDialect = there.includes('dialect');
  const languages: AudioLanguage[] = [
    ...(spoken ? ['mandarin' as const] : []),
    ...(hasDialect ? ['dialect' as const] : []),
  ];
  const wanted = chosen ?? (hasDialect ? 'dialect' : 'mandarin');
  const ids = sounds?.map(({ id }) => id).join();
  useEffect(() => {
    if (!place || !sounds) return;
    void isOnWifi().then((wifi) => (wifi ? keepSounds(place, sounds) : undefined));
    // Once for these very sounds.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ids]);
  return {
    ...{ sounds, place, languages, count: guide.blocks.length },
    language: languages.includes(wanted) ? wanted : 'mandarin',
    choose(language) {
      chooseLanguage(language);
      setChosen(language);
    },
  };
}

/** How long it takes to hear all of it. */
export function secondsOf(
  texts: readonly string[],
  sounds: readonly Sound[] | undefined,
  speed: Speed,
): number {
  if (sounds) return sounds.reduce((sum, { seconds }) => sum + seconds, 0);
  return texts.reduce((sum, text) => sum + secondsToRead(text, speed), 0);
}
