import { View } from '@tarojs/components';
import type { Mood } from '@contract/enums';
import { moodNames } from '@/wording/warmth';
import './index.scss';

/** How somebody feels, drawn. The word is there for screen readers; mouth and colour both tell it. */
export function MoodFace({ of, large = false }: { of: Mood; large?: boolean }) {
  return (
    <View
      className={`mood-face mood-face--${of}${large ? ' mood-face--big' : ''}`}
      ariaRole="img"
      ariaLabel={moodNames[of]}
    />
  );
}

interface RowProps {
  /** Begins the ids of the faces: `mood-good`. */
  id: string;
  label: string;
  chosen?: Mood | undefined;
  /** Where there is nothing else to see: in the large size three and two, each as big as it can be. */
  roomy?: boolean;
  onTap: (mood: Mood) => void;
}

const moods: readonly Mood[] = ['great', 'good', 'plain', 'low', 'sad'];

/** Five faces to tap; nothing to read. */
export function MoodRow({ id, label, chosen, roomy = false, onTap }: RowProps) {
  return (
    <View
      className={`mood-row${roomy ? ' mood-row--roomy' : ''}`}
      ariaRole="radiogroup"
      ariaLabel={label}
    >
      {moods.map((mood) => (
        <View
          key={mood}
          id={`${id}-${mood}`}
          className={`mood-row__one${mood === chosen ? ' mood-row__one--on' : ''}`}
          hoverClass="mood-row__one--pressed"
          ariaRole="radio"
          ariaLabel={moodNames[mood]}
          ariaChecked={mood === chosen}
          onClick={() => onTap(mood)}
        >
          <View className={`mood-face mood-face--${mood}`} ariaHidden />
          <View className="mood-row__word t-small t-quiet">{moodNames[mood]}</View>
        </View>
      ))}
    </View>
  );
}
