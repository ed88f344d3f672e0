/** Words around WeChat's own question before the microphone and the like. */
export const privacySheet = {
  title: '用之前，问您一声',
  text: '接下来要用到手机的话筒、日历这些。只在您点的时候用，不会偷偷用。',
  without: '不同意也没事，别的照样用。',
  guide: (name: string) => `看${name || '隐私保护指引'}`,
  agree: '同意',
  refuse: '不同意',
};
