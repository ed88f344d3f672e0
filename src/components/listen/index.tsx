import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { canSpeak, hush, speak } from '@/session/speech';
import { common } from '@/wording/common';
import { Icon } from '../icon';
import './index.scss';

interface Props {
  id: string;
  /** What is read aloud. */
  text: string;
}

/** Reads the block beside it aloud; a second tap stops. */
export function Listen({ id, text }: Props) {
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => (speaking ? hush : undefined), [speaking]);
  if (!canSpeak) return null;
  return (
    <View
      id={id}
      className={`listen${speaking ? ' listen--on' : ''}`}
      hoverClass="listen--pressed"
      ariaRole="button"
      ariaLabel={speaking ? common.stopListening : common.listen}
      onClick={() => {
        if (!speaking) speak(text, () => setSpeaking(false));
        setSpeaking(!speaking);
      }}
    >
      <Icon name={speaking ? 'circle-stop' : 'volume-2'} />
      <View className="listen__word">{speaking ? common.stopListening : common.listenShort}</View>
    </View>
  );
}
