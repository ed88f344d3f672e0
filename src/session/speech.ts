import Taro from '@tarojs/taro';
import * as v from 'valibot';

/**
 * Reading aloud inside WeChat, by its speech plug-in (WechatSI, 同声传译). The plug-in must be
 * added to the account first; without it the build has no listen buttons rather than dead ones.
 * The preview uses the browser's voice (`speech.h5.ts`).
 */
declare const requirePlugin: (name: string) => unknown;

const PluginSchema = v.object({ textToSpeech: v.function() });
const SpokenSchema = v.object({ filename: v.string() });

export const canSpeak = process.env.TARO_APP_SPEECH_PLUGIN !== undefined;

/** The plug-in takes at most 1,000 bytes at once (its document): about 300 characters. */
const charactersAtOnce = 300;

let player: Taro.InnerAudioContext | undefined;

export function speak(text: string, onEnd: () => void): void {
  hush();
  const plugin = v.parse(PluginSchema, requirePlugin('WechatSI'));
  plugin.textToSpeech({
    lang: 'zh_CN',
    tts: true,
    content: text.slice(0, charactersAtOnce),
    success(answer: unknown) {
      const current = Taro.createInnerAudioContext();
      player = current;
      current.src = v.parse(SpokenSchema, answer).filename;
      current.onEnded(onEnd);
      current.onError(onEnd);
      current.play();
    },
    fail: onEnd,
  });
}

export function hush(): void {
  player?.stop();
  player?.destroy();
  player = undefined;
}
