import { View } from '@tarojs/components';
import type { WeekFace } from '@contract/enums';
import { faceNames } from '@/wording/week';
import './face.scss';

/** One of three drawn faces; dashed where nothing has been said. The word stands beside it. */
export function WeekFaceView({ face }: { face: WeekFace | undefined }) {
  return <View className={`week-face week-face--${face ?? 'none'}`} ariaHidden />;
}

/** The three to choose from. */
export function FaceChoice({
  value,
  onChange,
}: {
  value: WeekFace | undefined;
  onChange: (face: WeekFace) => void;
}) {
  return (
    <View className="grid-3" ariaRole="radiogroup">
      {(['happy', 'calm', 'low'] as const).map((face) => (
        <View
          key={face}
          id={`face-${face}`}
          className={`week-choice${value === face ? ' week-choice--on' : ''}`}
          ariaRole="radio"
          ariaChecked={value === face}
          ariaLabel={faceNames[face]}
          onClick={() => onChange(face)}
        >
          <WeekFaceView face={face} />
          <View>{faceNames[face]}</View>
        </View>
      ))}
    </View>
  );
}
