/** Words of trying a rule of fair priority on paper before it is set. */
export const fairRule = {
  title: '排队规则',
  heading: '先试算，再改规则',
  hint: '用您县里的人手，在这部手机上算一年。这是估算，约好的都不会变。',
  supply: '现在有的',
  places: (counsellors: number, places: number) =>
    `${counsellors} 位辅导老师，一周 ${places} 个时间`,
  waiting: (count: number) => (count === 0 ? '现在没有人在排' : `现在有 ${count} 家在排`),
  noPlaces: '还没有辅导老师排时间',
  noPlacesHint: '老师先把每周的时间填好，这里才能算。',

  demand: '一周有几家来约',
  families: (count: number) => `${count} 家`,
  share: '每十个时间，先留出几个',
  shareOf: (tenths: number) => (tenths === 0 ? '不留' : `${tenths} 个`),
  shareHint: '爸妈都在外的、有一个出去半年以上的，还有老师说要早点见的孩子，能先约。',
  release: '没人用，提前多久给大家',
  hours: (hours: number) => (hours % 24 === 0 ? `${hours / 24} 天` : `${hours} 小时`),
  urgent: '老师说急的，当成多等了几天',
  soon: '老师说要早点见的，当成多等了几天',
  first: '能先约的，当成多等了几天',
  days: (days: number) => `${days} 天`,

  compute: '算一算',
  computing: (percent: number) => `正在算 ${percent}%`,
  result: '算一年，大家要等几天',
  withRule: '按这个规则',
  firstCome: '只看谁先来',
  groups: {
    urgent: '老师说急的',
    soon: '老师说要早点见的',
    kept: '爸妈在外的',
    others: '别的孩子',
  },
  half: (days: number) => `一半 ${days} 天内`,
  slow: (days: number) => `最慢 ${days} 天`,
  still: (count: number) => `到年底还有 ${count} 家没轮到`,
  unused: (percent: number) => `留出来的时间，有 ${percent}% 到放开时还没人用`,
  short: '时间不够分。规则只能让急的先来，不能让时间变多。',

  save: '就用这个规则',
  saved: '改好了。以后按这个来排，约好的不变。',
};
