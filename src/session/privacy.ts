import Taro from '@tarojs/taro';
import { create } from 'zustand';

/**
 * WeChat's privacy authorisation (base library ≥ 2.32.3): before the microphone, the calendar and
 * the like it asks once whether its privacy guide is agreed to, and we draw the question. The
 * preview has its own version (`privacy.h5.ts`).
 */
interface PrivacyState {
  /** WeChat waits for an answer. */
  asking: boolean;
  /** What WeChat calls the guide, `《心桥隐私保护指引》`. */
  guide: string;
  /** The last answer was no: whatever needed it says so. */
  refused: boolean;
}

export const usePrivacy = create<PrivacyState>(() => ({
  asking: false,
  guide: '',
  refused: false,
}));

/** Only WeChat's own event says that its button was tapped. */
export const agreesByTap = false;

/** WeChat checks that the button of this id was tapped. */
export const agreeButtonId = 'privacy-agree';

type Resolve = Parameters<Taro.onNeedPrivacyAuthorization.Listener>[0];
let waiting: Resolve[] = [];

/** Once, when the app starts. Older WeChat does not know it and asks nothing. */
export function preparePrivacy(): void {
  if (!Taro.canIUse('onNeedPrivacyAuthorization')) return;
  Taro.onNeedPrivacyAuthorization((resolve) => {
    // Several things may ask before the person has answered: one answer is for all of them.
    waiting.push(resolve);
    resolve({ event: 'exposureAuthorization' });
    usePrivacy.setState({ asking: true });
    Taro.getPrivacySetting({
      success: ({ privacyContractName }) => usePrivacy.setState({ guide: privacyContractName }),
    });
  });
}

export function answerPrivacy(agreed: boolean): void {
  const asked = waiting;
  waiting = [];
  usePrivacy.setState({ asking: false, refused: !agreed });
  for (const resolve of asked) {
    resolve(agreed ? { buttonId: agreeButtonId, event: 'agree' } : { event: 'disagree' });
  }
}

export function openPrivacyGuide(): void {
  Taro.openPrivacyContract({});
}
