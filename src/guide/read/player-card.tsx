import { View } from '@tarojs/components';
import { speeds } from '@rules/speech-parts';
import { Icon } from '@/components/icon';
import { Line } from '@/components/notice';
import { Segments } from '@/components/segments';
import { guides } from '@/wording/guides';
import type { Player } from './use-player';
import type { Voices } from './use-voices';
import './player-card.scss';

interface Props {
  player: Player;
  /** About how long all of it takes. */
  seconds: number;
  voices: Voices;
}

const words = {
  still: guides.play,
  failed: guides.play,
  playing: guides.pause,
  paused: guides.goOn,
} as const;

/** Hearing the whole: one large button, how far it is, one block back, how fast. */
export function PlayerCard({ player, seconds, voices }: Props) {
  const { state, at, speed, recorded } = player;
  const { count, languages, language, choose } = voices;
  const where = at === undefined ? guides.parts(count) : guides.part(at + 1, count);
  const minutes = guides.minutes(Math.round(seconds / 60));
  // In a recording one goes back within a block, so also in the first.
  const canGoBack = recorded ? state === 'playing' || state === 'paused' : (at ?? 0) > 0;
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
            <View className="t-small">
              {recorded ? `${guides.recorded} · ${minutes}` : minutes}
            </View>
          </View>
        </View>
        {canGoBack ? (
          <View
            id="before"
            className="player__before"
            hoverClass="player--pressed"
            ariaRole="button"
            onClick={player.before}
          >
            <Icon name="skip-back" />
            <View className="t-small">{recorded ? guides.back15 : guides.before}</View>
          </View>
        ) : null}
      </View>
      {state === 'failed' ? <Line icon="circle-alert" text={guides.cannotSpeak} /> : null}
      {languages.length > 1 ? (
        <View className="speed">
          <View className="t-quiet">{guides.voice}</View>
          <View className="grow">
            <Segments
              id="voice"
              label={guides.voice}
              choices={languages.map((value) => ({ value, text: guides.voices[value] }))}
              value={language}
              onChange={choose}
            />
          </View>
        </View>
      ) : null}
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
