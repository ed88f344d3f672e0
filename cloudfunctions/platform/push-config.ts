import * as v from 'valibot';
import { pushTemplates, type PushTemplate } from '@contract/push';
import { fieldKindOf } from '@rules/push-fields';
import { templateParts } from '@rules/push-templates';
import { log } from './log';

/** A template as the operator has set it up in WeChat: its id, and which keyword each part is. */
export interface Template {
  id: string;
  keywords: Record<string, string>;
}

const TemplatesSchema = v.record(
  v.string(),
  v.object({ id: v.pipe(v.string(), v.minLength(1)), keywords: v.record(v.string(), v.string()) }),
);
const HookSchema = v.object({
  url: v.pipe(v.string(), v.url()),
  secret: v.pipe(v.string(), v.minLength(16)),
  /** `wecom`: a robot of a WeCom group; `json`: a plain object, for whoever sends an SMS from it. */
  kind: v.picklist(['wecom', 'json']),
});
export type Hook = v.InferOutput<typeof HookSchema>;

let read: { text: string; templates: Map<PushTemplate, Template> } | undefined;

/**
 * The templates from `XINQIAO_TEMPLATES`, JSON: `{"booked":{"id":"…","keywords":{"what":"thing1",
 * "when":"time2","where":"thing3","note":"thing4"}},…}`. One whose keywords do not fit what it says
 * (rules/push-templates) counts as missing, and the log says so.
 */
export function templatesOf(): ReadonlyMap<PushTemplate, Template> {
  const text = process.env.XINQIAO_TEMPLATES ?? '';
  if (read?.text === text) return read.templates;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), TemplatesSchema), text || '{}');
  if (!parsed.success) log({ action: 'templates', code: 'INTERNAL', kind: 'not understood' });
  const templates = new Map<PushTemplate, Template>();
  for (const name of pushTemplates) {
    const template = parsed.success ? parsed.output[name] : undefined;
    if (!template) continue;
    if (fits(name, template)) templates.set(name, template);
    else log({ action: 'templates', code: 'INTERNAL', template: name, kind: 'wrong keywords' });
  }
  read = { text, templates };
  return templates;
}

/** Every part has a keyword of its kind. */
const fits = (name: PushTemplate, { keywords }: Template) =>
  Object.entries(templateParts[name]).every(
    ([part, kind]) => fieldKindOf(keywords[part] ?? '') === kind,
  );

/** Where duty alerts go besides, from `XINQIAO_DUTY_HOOK`; undefined: nowhere. */
export function dutyHook(): Hook | undefined {
  const text = process.env.XINQIAO_DUTY_HOOK;
  if (!text) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), HookSchema), text);
  if (!parsed.success) log({ action: 'dutyHook', code: 'INTERNAL', kind: 'not understood' });
  return parsed.success ? parsed.output : undefined;
}
