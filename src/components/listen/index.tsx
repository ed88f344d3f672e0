import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { canSpeak, speak, type Speaking } from '@/session/speaking';
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
  const voice = useRef<Speaking>();
  useEffect(() => () => voice.current?.stop(), []);
  if (!canSpeak) return null;
  return (
    <View
      id={id}
      className={`listen${speaking ? ' listen--on' : ''}`}
      hoverClass="listen--pressed"
      ariaRole="button"
      ariaLabel={speaking ? common.stopListening : common.listen}
      onClick={() => {
        if (speaking) {
          voice.current?.stop();
          return;
        }
        setSpeaking(true);
        voice.current = speak(text, () => setSpeaking(false));
      }}
    >
      <Icon name={speaking ? 'circle-stop' : 'volume-2'} />
      <View className="listen__word">{speaking ? common.stopListening : common.listenShort}</View>
    </View>
  );
}
