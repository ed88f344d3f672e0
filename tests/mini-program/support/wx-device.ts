import { answer, WxFailure, type WxOptions } from './wx-options';

/** A call that the person would have seen or felt: a toast, a phone call, a map … */
export interface Shown {
  api: string;
  options: Record<string, unknown>;
}

/** What the "person" or the phone answers to such calls; a thrown WxFailure is a refusal. */
export type Answers = Record<string, (options: Record<string, unknown>) => unknown>;

/** Calls that are recorded and succeed, with what they answer unless the test says otherwise. */
const DEFAULT_ANSWERS: Answers = {
  showToast: () => ({}),
  hideToast: () => ({}),
  showLoading: () => ({}),
  hideLoading: () => ({}),
  showModal: () => ({ confirm: true, cancel: false }),
  showActionSheet: () => ({ tapIndex: 0 }),
  makePhoneCall: () => ({}),
  addPhoneCalendar: () => ({}),
  openLocation: () => ({}),
  vibrateShort: () => ({}),
  setNavigationBarTitle: () => ({}),
  setNavigationBarColor: () => ({}),
  pageScrollTo: () => ({}),
  stopPullDownRefresh: () => ({}),
  setClipboardData: () => ({}),
  previewImage: () => ({}),
  requestSubscribeMessage: ({ tmplIds }) =>
    Object.fromEntries(((tmplIds as string[] | undefined) ?? []).map((id) => [id, 'accept'])),
  getSetting: () => ({ authSetting: {} }),
  openSetting: () => ({ authSetting: {} }),
  authorize: () => ({}),
};

/** The recorded calls, answering through callbacks. */
export function createDevice(shown: Shown[], answers: Answers): Record<string, unknown> {
  const names = new Set([...Object.keys(DEFAULT_ANSWERS), ...Object.keys(answers)]);
  return Object.fromEntries(
    [...names].map((api) => [
      api,
      (options: WxOptions = {}) => {
        const { success: _s, fail: _f, complete: _c, ...rest } = options;
        shown.push({ api, options: rest });
        // Looked up at the call, so that a test may change its mind.
        answer(api, options, () => (answers[api] ?? DEFAULT_ANSWERS[api])?.(rest));
      },
    ]),
  );
}

/** `wx` storage, synchronous and not, over a map of JSON texts. */
export function createStorage(store: Map<string, string>): Record<string, unknown> {
  const read = (key: string): unknown => {
    const text = store.get(key);
    return text === undefined ? '' : (JSON.parse(text) as unknown);
  };
  const write = (key: string, value: unknown) => {
    const text = JSON.stringify(value) as string | undefined;
    if (text !== undefined) store.set(key, text);
  };
  return {
    setStorageSync: write,
    getStorageSync: read,
    removeStorageSync: (key: string) => void store.delete(key),
    clearStorageSync: () => store.clear(),
    getStorageInfoSync: () => ({ keys: [...store.keys()], currentSize: 0, limitSize: 10240 }),
    setStorage: (options: WxOptions & { key: string; data: unknown }) =>
      answer('setStorage', options, () => write(options.key, options.data)),
    getStorage: (options: WxOptions & { key: string }) =>
      answer('getStorage', options, () => {
        if (!store.has(options.key)) throw new WxFailure('data not found');
        return { data: read(options.key) };
      }),
    removeStorage: (options: WxOptions & { key: string }) =>
      answer('removeStorage', options, () => void store.delete(options.key)),
  };
}
