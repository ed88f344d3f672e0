import { View } from '@tarojs/components';
import { secondsToRead, speeds } from '@rules/speech-parts';
import { Icon } from '@/components/icon';
import { Line } from '@/components/notice';
import { Segments } from '@/components/segments';
import { guides } from '@/wording/guides';
import type { Player } from './use-player';
import './player-card.scss';

interface Props {
  player: Player;
  texts: readonly string[];
}

const words = {
  still: guides.play,
  failed: guides.play,
  playing: guides.pause,
  paused: guides.goOn,
} as const;

/** Hearing the whole: one large button, how far it is, one block back, how fast. */
export function PlayerCard({ player, texts }: Props) {
  const { state, at, speed } = player;
  const seconds = texts.reduce((sum, text) => sum + secondsToRead(text, speed), 0);
  const where = at === undefined ? guides.parts(texts.length) : guides.part(at + 1, texts.length);
  return (
    <>
      <View className="player">
        <View
          id="play"
          className="player__play"
          hoverClass="player--pressed"
          ariaRole="button"
          ariaLabel={`${words[state]}，${where}`}
          onClick={player.toggle}
        >
          <View className="player__circle">
            <Icon name={state === 'playing' ? 'pause' : 'play'} size="large" />
          </View>
          <View className="grow">
            <View className="t-heading">{words[state]}</View>
            <View className="t-small">{where}</View>
            <View className="t-small">{guides.minutes(Math.round(seconds / 60))}</View>
          </View>
        </View>
        {at !== undefined && at > 0 ? (
          <View
            id="before"
            className="player__before"
            hoverClass="player--pressed"
            ariaRole="button"
            onClick={player.before}
          >
            <Icon name="skip-back" />
            <View className="t-small">{guides.before}</View>
          </View>
        ) : null}
      </View>
      {state === 'failed' ? <Line icon="circle-alert" text={guides.cannotSpeak} /> : null}
      <View className="speed">
        <View className="t-quiet">{guides.speed}</View>
        <View className="grow">
          <Segments
            id="speed"
            label={guides.speed}
            choices={speeds.map((value) => ({ value, text: guides.speeds[value] }))}
            value={speed}
            onChange={player.setSpeed}
          />
        </View>
      </View>
    </>
  );
}
