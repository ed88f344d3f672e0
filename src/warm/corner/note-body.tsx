import { View } from '@tarojs/components';
import type { NoteEntry } from '@contract/warmth';
import { Icon } from '@/components/icon';
import { Listen } from '@/components/listen';
import { pictureNames } from '@/wording/warm-pages';
import { pictureIcons } from '../parts/pictures';
import { VoiceButton } from '../parts/voice-button';

interface Props {
  childId: string;
  note: NoteEntry;
  /** The one that the page is about. */
  main?: boolean;
  onHeard?: () => void;
}

/** What a note holds: a picture, words with a voice for who cannot read, a recording. */
export function NoteBody({ childId, note, main, onHeard }: Props) {
  const { id, picture, words, voice } = note;
  return (
    <>
      {picture ? (
        <View className="row">
          <Icon name={pictureIcons[picture]} size="large" />
          <View className="t-heading">{pictureNames[picture]}</View>
        </View>
      ) : null}
      {words ? (
        <View className="row row--between">
          <View className="grow t-heading">{words}</View>
          <Listen id={`listen-${id}`} text={words} />
        </View>
      ) : null}
      {voice ? (
        <VoiceButton
          keep
          childId={childId}
          entryId={id}
          part="own"
          seconds={voice.seconds}
          {...(main && { main })}
          {...(onHeard && { onHeard })}
        />
      ) : null}
    </>
  );
}
