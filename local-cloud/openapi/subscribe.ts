/** `subscribeMessage.send`: a message to the simulated phone, for one consent of the person. */
import * as v from 'valibot';
import { fitsField } from './fields';
import type { Ledger, PhoneMessage } from './ledger';
import type { MessageTemplate } from './options';
import type { People } from './people';
import { hasPage } from './templates';
import { refused, type OpenApiAnswer } from './types';

const argsSchema = v.object({
  touser: v.optional(v.string(), ''),
  template_id: v.optional(v.string(), ''),
  page: v.optional(v.string(), ''),
  data: v.optional(v.record(v.string(), v.unknown()), {}),
  miniprogram_state: v.optional(v.picklist(['developer', 'trial', 'formal'])),
  lang: v.optional(v.picklist(['zh_CN', 'en_US', 'zh_HK', 'zh_TW'])),
});
const fieldSchema = v.object({ value: v.unknown() });

export interface SubscribeParts {
  templates: ReadonlyMap<string, MessageTemplate>;
  pages?: readonly string[];
  ledger: Ledger;
  people: People;
}

/**
 * Checks as WeChat documents it and sends. 40003 person, 40037 template, 41030 page, 47003 field (named in `errmsg`),
 * 43101 no consent left. Nothing is taken from the person by a refusal.
 */
export function sendMessage(args: unknown, parts: SubscribeParts): OpenApiAnswer {
  const read = v.safeParse(argsSchema, args);
  if (!read.success)
    return refused(47001, `data format error: ${v.getDotPath(read.issues[0]) ?? 'body'}`);
  const { touser, template_id: templateId, page, data } = read.output;
  if (!parts.people.knows(touser)) return refused(40003, 'invalid openid');
  const template = parts.templates.get(templateId);
  if (!template) return refused(40037, 'invalid template_id');
  if (page !== '' && !hasPage(parts.pages, page)) return refused(41030, 'invalid page');
  const fields = readFields(template, data);
  if (typeof fields === 'string') return refused(47003, `argument invalid! ${fields}`);
  const id = parts.ledger.send(touser, template, fields, page === '' ? null : page);
  if (id === null) return refused(43101, 'user refuse to accept the msg');
  return { jsonText: `{"errcode":0,"errmsg":"ok","msgid":${id}}` };
}

/** The card's lines, or what is wrong with them in WeChat's words. */
function readFields(
  template: MessageTemplate,
  data: Record<string, unknown>,
): PhoneMessage['fields'] | string {
  const extra = Object.keys(data).find((name) => !template.fields.includes(name));
  if (extra !== undefined) return `data.${extra}.value invalid`;
  const fields: PhoneMessage['fields'] = [];
  for (const name of template.fields) {
    const given = v.safeParse(fieldSchema, data[name]);
    const value = given.success ? given.output.value : '';
    if (value === undefined || value === null || value === '') return `data.${name}.value is empty`;
    if (typeof value !== 'string' || !fitsField(name, value, template.choices?.[name]))
      return `data.${name}.value invalid`;
    fields.push({ name, label: template.labels?.[name] ?? '', value });
  }
  return fields;
}
