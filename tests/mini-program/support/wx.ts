import { createCloud, type CloudOptions } from './wx-cloud';
import { createDevice, createStorage, type Answers, type Shown } from './wx-device';
import { createAudio, createRecorder } from './wx-media';
import { answer, type WxOptions } from './wx-options';

/** What the harness gives to its `wx`. */
export interface WxParts {
  cloud: CloudOptions;
  store: Map<string, string>;
  shown: Shown[];
  answers: Answers;
  navigate: (api: string, options: WxOptions & { url?: string; delta?: number }) => void;
  overrides: Record<string, unknown>;
}

/** A small old Android phone: what most caregivers hold. */
const WINDOW = {
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  pixelRatio: 2,
  statusBarHeight: 20,
  safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 },
};
const DEVICE = { platform: 'devtools', system: 'Android 9', brand: 'test', model: 'test' };
const BASE = { SDKVersion: '3.8.0', language: 'zh_CN', fontSizeSetting: 16, version: '8.0.50' };
const LAUNCH = { path: '', query: {}, scene: 1001 };

/** Builds `wx` and the switch for its network. */
export function createWx(parts: WxParts) {
  const listeners = new Set<(status: object) => void>();
  const status = () =>
    parts.cloud.isOffline()
      ? { isConnected: false, networkType: 'none' }
      : { isConnected: true, networkType: 'wifi' };
  const nothing = () => undefined;
  const wx: Record<string, unknown> = {
    canIUse: () => true,
    nextTick: (task: () => void) => void Promise.resolve().then(task),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wxtest', envVersion: 'develop' } }),
    getSystemInfoSync: () => ({ ...WINDOW, ...DEVICE, ...BASE }),
    getWindowInfo: () => WINDOW,
    getDeviceInfo: () => DEVICE,
    getAppBaseInfo: () => BASE,
    getMenuButtonBoundingClientRect: () => ({
      ...{ top: 24, bottom: 56, left: 281, right: 368, width: 87, height: 32 },
    }),
    getLaunchOptionsSync: () => LAUNCH,
    getEnterOptionsSync: () => LAUNCH,
    onAppShow: nothing,
    onAppHide: nothing,
    onError: nothing,
    onUnhandledRejection: nothing,
    onPageNotFound: nothing,
    onThemeChange: nothing,
    onWindowResize: nothing,
    onNeedPrivacyAuthorization: nothing,
    getPrivacySetting: (options?: WxOptions) =>
      answer('getPrivacySetting', options, () => ({
        needAuthorization: false,
        privacyContractName: '《心桥隐私保护指引》',
      })),
    getNetworkType: (options?: WxOptions) => answer('getNetworkType', options, status),
    onNetworkStatusChange: (listener: (status: object) => void) => void listeners.add(listener),
    offNetworkStatusChange: (listener?: (status: object) => void) => {
      if (listener) listeners.delete(listener);
      else listeners.clear();
    },
    pageScrollTo: (options?: WxOptions) => answer('pageScrollTo', options, () => ({})),
    getRecorderManager: () => recorder,
    createInnerAudioContext: createAudio,
    cloud: createCloud(parts.cloud),
    ...createStorage(parts.store),
    ...createDevice(parts.shown, parts.answers),
  };
  const recorder = createRecorder({ tempFilePath: 'wxfile://tmp/voice.mp3', duration: 3000 });
  for (const api of ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack']) {
    wx[api] = (options: WxOptions = {}) => parts.navigate(api, options);
  }
  Object.assign(wx, parts.overrides);
  return {
    wx,
    announceNetwork: () => {
      for (const listener of listeners) listener(status());
    },
  };
}
