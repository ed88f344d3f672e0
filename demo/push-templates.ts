import { pushTemplates, type PushTemplate } from '../cloudfunctions/contract/push';
import { templateParts } from '../cloudfunctions/rules/push-templates';

/** How a template of subscription messages is set up in WeChat's console, as the local cloud takes it. */
interface SetUp {
  id: string;
  title: string;
  fields: string[];
  labels: Record<string, string>;
}

const titles: Record<PushTemplate, string> = {
  booked: '预约成功通知',
  reminder: '预约时间提醒',
  changed: '预约变更通知',
  offer: '排队到号提醒',
  reply: '新回复通知',
  announced: '新通知提醒',
  guide: '新内容通知',
  digest: '每周小结',
  consent: '待确认提醒',
  duty: '工作提醒',
};

const labels: Record<string, string> = {
  what: '事项',
  when: '时间',
  where: '地点',
  until: '截止时间',
  note: '备注',
};

/** `thing1`, `time2`: kind and place, as WeChat numbers keywords. */
const keywordsOf = (template: PushTemplate): Record<string, string> =>
  Object.fromEntries(
    Object.entries(templateParts[template]).map(([part, kind], at) => [part, `${kind}${at + 1}`]),
  );

const idOf = (template: PushTemplate) => `demo-template-${template}`;

/** The fictional account's templates: what WeChat's console would hold. */
export const demoTemplates: SetUp[] = pushTemplates.map((template) => {
  const keywords = Object.entries(keywordsOf(template));
  return {
    id: idOf(template),
    title: titles[template],
    fields: keywords.map(([, keyword]) => keyword),
    labels: Object.fromEntries(keywords.map(([part, keyword]) => [keyword, labels[part] ?? part])),
  };
});

/** The same for the functions: what the operator would put into `XINQIAO_TEMPLATES`. */
export const demoTemplateSetting = JSON.stringify(
  Object.fromEntries(
    pushTemplates.map((template) => [
      template,
      { id: idOf(template), keywords: keywordsOf(template) },
    ]),
  ),
);
