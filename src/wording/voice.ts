/** Words around recording one's voice. */
export const voice = {
  record: '说给老师听',
  recordHint: '点一下开始说，最长一分钟',
  recording: '正在录，说完点这里',
  secondsOf: (seconds: number, most: number) => `${seconds} 秒（最长 ${most} 秒）`,
  kept: (seconds: number) => `录好了，${seconds} 秒`,
  play: '听一遍',
  stop: '停',
  remove: '不要了',
  refused: '您没同意用话筒，就没有录。点上面的图也行。想录，再点一次。',
  denied: '没能用上话筒。不录也行，选上面的图就可以。',
};
