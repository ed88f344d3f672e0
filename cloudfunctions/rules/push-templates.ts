import type { PushTemplate } from '@contract/push';
import * as field from './push-fields';

/**
 * What each template of subscription messages says. A template's parts are named by their meaning;
 * which keyword of WeChat's each of them is (`thing1`, `time2`) is configuration, as its id is.
 */
export const templateParts = {
  booked: { what: 'thing', when: 'time', where: 'thing', note: 'thing' },
  reminder: { what: 'thing', when: 'time', where: 'thing', note: 'thing' },
  changed: { what: 'thing', when: 'time', where: 'thing', note: 'thing' },
  offer: { what: 'thing', when: 'time', until: 'time', note: 'thing' },
  reply: { what: 'thing', when: 'time', note: 'thing' },
  announced: { what: 'thing', when: 'time', note: 'thing' },
  guide: { what: 'thing', when: 'date', note: 'thing' },
  digest: { what: 'thing', when: 'date', note: 'thing' },
  consent: { what: 'thing', until: 'time', note: 'thing' },
  duty: { what: 'thing', when: 'time', note: 'thing' },
} as const satisfies Record<PushTemplate, Record<string, field.FieldKind>>;

/** A part's name → its value. */
export type Parts = Record<string, string>;

/**
 * What a message may be made of. There is no place in it for a child's name, for what somebody said,
 * or for what a visit is about.
 */
export interface PushContent {
  /** How many things of one kind this one message tells of. */
  count: number;
  at: number;
  start?: number | undefined;
  until?: number | undefined;
  placeName?: string | undefined;
  title?: string | undefined;
}

const place = ({ placeName = '' }: PushContent) =>
  field.thing(field.discreet(placeName, '约好的地点'), '约好的地点');
const when = ({ start, at }: PushContent) => field.time(start ?? at);
const many = ({ count }: PushContent, one: string, more: (count: number) => string) =>
  field.thing(count > 1 ? more(count) : one);

const builders: Record<PushTemplate, (content: PushContent, kind: string) => Parts> = {
  booked: (content) => ({
    what: field.thing('和老师的见面'),
    when: when(content),
    where: place(content),
    note: field.thing('约好了，点开看要带什么'),
  }),
  reminder: (content, kind) => ({
    what: field.thing(kind === 'callSoon' ? '和家里人通话' : '和老师的见面'),
    when: when(content),
    where: kind === 'callSoon' ? field.thing('打电话') : place(content),
    note: field.thing(kind === 'callSoon' ? '说好的时间快到了' : '会来、来不了，都点开说一声'),
  }),
  changed: (content, kind) => ({
    what: field.thing(kind === 'visitCancelled' ? '见面取消了' : '见面的时间改了'),
    when: when(content),
    where: place(content),
    note: field.thing(kind === 'visitCancelled' ? '点开可以再约' : '请看一看新的时间'),
  }),
  offer: (content) => ({
    what: field.thing('轮到您了'),
    when: when(content),
    until: field.time(content.until ?? content.at),
    note: field.thing('给您留着，到点就让给别人'),
  }),
  reply: (content, kind) => ({
    what: many(content, nameOfReply(kind), (count) => `${count}条新回复`),
    when: field.time(content.at),
    note: field.thing('点开就能听、能看'),
  }),
  announced: (content) => ({
    what: many(content, '有一条通知', (count) => `${count}条新通知`),
    when: field.time(content.at),
    note: field.thing('请点开看一看'),
  }),
  guide: (content) => ({
    what: field.thing(field.discreet(content.title ?? '', '一篇新短文'), '一篇新短文'),
    when: field.date(content.at),
    note: field.thing('几分钟，可以听'),
  }),
  digest: (content, kind) => ({
    what: field.thing(kind === 'teacher' ? '家里在等您回话' : '家里的这一周'),
    when: field.date(content.at),
    note: field.thing(kind === 'teacher' ? `还有${content.count}家` : '看一看，说句话'),
  }),
  consent: (content) => ({
    what: field.thing('有件事等您同意'),
    until: field.time(content.until ?? content.start ?? content.at),
    note: field.thing('点开看一看，几下就好'),
  }),
  // Neutral on purpose, and the same whatever has happened (domain/rules.md, "Safeguarding").
  duty: (content) => ({
    what: many(content, '您有一条新的工作提醒', (count) => `有 ${count} 条新的工作提醒`),
    when: field.time(content.at),
    note: field.thing('请打开看一看'),
  }),
};

const nameOfReply = (kind: string) =>
  ({
    schoolReply: '学校有新回复',
    familyMessage: '有一条新留言',
    familyUrgent: '有一件急事，请现在看',
    questionRaised: '有家庭在等回话',
    noteArrived: '家里人留了话',
    noteAnswered: '有回话了',
    callProposed: '想约个通话时间',
    callAgreed: '通话时间说好了',
  })[kind] ?? '有一条新消息';

/** The values of a message, part by part; each fits its field (tests/rules/push-templates). */
export const pushParts = (template: PushTemplate, content: PushContent, kind: string): Parts =>
  builders[template](content, kind);
