/** The templates of subscription messages, checked once at the start: a slip in them must not look like WeChat's refusal. */
import { invalidParam } from '../errors';
import { kindOf } from './fields';
import type { MessageTemplate } from './options';

/** By id. Throws INVALID_PARAM for an id given twice, a keyword of no known kind, or labels and choices of keywords that are not there. */
export function readTemplates(given: readonly MessageTemplate[]): Map<string, MessageTemplate> {
  const templates = new Map<string, MessageTemplate>();
  for (const template of given) {
    const wrong = (what: string) =>
      invalidParam(`template ${JSON.stringify(template.id)}: ${what}`);
    if (template.id === '' || template.title === '') throw wrong('needs an id and a title');
    if (templates.has(template.id)) throw wrong('is there twice');
    if (template.fields.length === 0) throw wrong('has no keywords');
    if (new Set(template.fields).size < template.fields.length) throw wrong('has a keyword twice');
    for (const field of template.fields)
      if (kindOf(field) === null) throw wrong(`${field} is no keyword such as thing1 or time2`);
    for (const field of Object.keys({ ...template.labels, ...template.choices }))
      if (!template.fields.includes(field)) throw wrong(`${field} is not among its keywords`);
    templates.set(template.id, template);
  }
  return templates;
}

/** Whether the mini program has the page; `pages` undefined: not known, so not checked. A query is not looked at. */
export function hasPage(pages: readonly string[] | undefined, page: string): boolean {
  const path = page.split('?')[0] ?? '';
  return pages === undefined || pages.includes(path);
}
