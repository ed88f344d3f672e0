/** What anybody can say with one tap of a telephone line that was just called. */
export const lineFault = {
  wrongNumber: '号码不对',
  noAnswer: '没人接',
  told: '记下了，谢谢您。先打别的号码。',
  failed: '没发出去，有网了再点',
};
