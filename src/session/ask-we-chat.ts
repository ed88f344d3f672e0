import Taro from '@tarojs/taro';
import type { PushAnswer } from '@contract/push';
import { answersIn } from './push-answers';

/**
 * WeChat's own question whether somebody may be told. Only in a tap, before anything is awaited. What
 * was answered, by template id; nothing where WeChat did not ask (an old version, no network, all
 * messages switched off): that is no answer, and changes nothing of what the person did.
 */
export async function askWeChat(ids: string[]): Promise<Map<string, PushAnswer>> {
  try {
    // Taro's types want what only Alipay needs.
    const question = { tmplIds: ids } as Parameters<typeof Taro.requestSubscribeMessage>[0];
    const said: unknown = await Taro.requestSubscribeMessage(question);
    return answersIn(said, ids);
  } catch {
    return new Map();
  }
}
