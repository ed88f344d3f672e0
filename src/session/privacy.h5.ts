import Taro from '@tarojs/taro';
import { create } from 'zustand';

/**
 * The preview asks as WeChat would when its address says `privacy=ask`: the first recording waits
 * for the answer.
 */
interface PrivacyState {
  asking: boolean;
  guide: string;
  refused: boolean;
}

export const usePrivacy = create<PrivacyState>(() => ({
  asking: false,
  guide: '《心桥隐私保护指引》',
  refused: false,
}));

export const agreesByTap = true;
export const agreeButtonId = 'privacy-agree';

let wanted = new URLSearchParams(window.location.search).get('privacy') === 'ask';
let waiting: ((agreed: boolean) => void)[] = [];

export function preparePrivacy(): void {
  // The browser asks by itself.
}

/** Whether the person lets it go on. */
export function askAsWeChat(): Promise<boolean> {
  if (!wanted) return Promise.resolve(true);
  usePrivacy.setState({ asking: true });
  return new Promise((resolve) => waiting.push(resolve));
}

export function answerPrivacy(agreed: boolean): void {
  const asked = waiting;
  waiting = [];
  if (agreed) wanted = false;
  usePrivacy.setState({ asking: false, refused: !agreed });
  for (const resolve of asked) resolve(agreed);
}

export function openPrivacyGuide(): void {
  void Taro.showModal({
    title: '预览',
    content: '在微信里会打开隐私保护指引',
    showCancel: false,
    confirmText: '知道了',
  });
}
