import Taro from '@tarojs/taro';
import * as v from 'valibot';

/**
 * The voice inside WeChat: its speech plug-in (WechatSI, 同声传译). The plug-in must be added to the
 * account first; without it the build has no listen buttons rather than dead ones. It needs network.
 * What is played stops when the phone is locked or WeChat goes to the background: only WeChat's
 * BackgroundAudioManager goes on there, which the account has to be granted (`requiredBackgroundModes`).
 * The preview uses the browser's voice (`speech.h5.ts`).
 */
declare const requirePlugin: (name: string) => unknown;

const PluginSchema = v.object({ textToSpeech: v.function() });
const SpokenSchema = v.object({ filename: v.string() });

export const canSpeak = process.env.TARO_APP_SPEECH_PLUGIN !== undefined;

/**
 * The plug-in takes at most 1,000 bytes at once by its Chinese document, 200 characters by its
 * English one: the smaller counts.
 */
export const charactersAtOnce = 200;

/** A piece of text that is being said. */
export interface Utterance {
  stop(): void;
  pause(): void;
  resume(): void;
}

/**
 * Says a piece of text of at most `charactersAtOnce`.
 * @param speed 1 is as people talk.
 * @param onDone whether it was said to its end; not called after `stop`.
 */
export function say(text: string, speed: number, onDone: (said: boolean) => void): Utterance {
  let player: Taro.InnerAudioContext | undefined;
  let stopped = false;
  let paused = false;
  const done = (said: boolean) => {
    if (stopped) return;
    player?.destroy(); // a long text is said by many, and a phone has but a few
    player = undefined;
    onDone(said);
  };
  const plugin = v.parse(PluginSchema, requirePlugin('WechatSI'));
  plugin.textToSpeech({
    lang: 'zh_CN',
    tts: true,
    content: text,
    success(answer: unknown) {
      if (stopped) return;
      player = Taro.createInnerAudioContext();
      player.src = v.parse(SpokenSchema, answer).filename;
      player.playbackRate = speed;
      player.onEnded(() => done(true));
      player.onError(() => done(false));
      if (!paused) player.play();
    },
    fail: () => done(false),
  });
  return {
    stop() {
      stopped = true;
      player?.stop();
      player?.destroy();
    },
    pause() {
      paused = true;
      player?.pause();
    },
    resume() {
      paused = false;
      player?.play();
    },
  };
}
