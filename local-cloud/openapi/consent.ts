/** `wx.requestSubscribeMessage` on the simulated phone: the person is asked, and answers. */
import * as v from 'valibot';
import type { Ledger } from './ledger';
import type { MessageTemplate } from './options';

const answer = v.picklist(['accept', 'reject', 'ban', 'filter']);
type Answer = v.InferOutput<typeof answer>;

/** What a page posts: the ids, what the person answers (default: accept), and whether that holds for good. */
export const consentSchema = v.object({
  tmplIds: v.optional(v.unknown()),
  answers: v.optional(v.record(v.string(), answer), {}),
  always: v.optional(v.boolean(), false),
});
const idsSchema = v.array(v.pipe(v.string(), v.nonEmpty()));

/** WeChat names 3 for most clients and 5 for the newest: what works everywhere. */
const MOST_IDS = 3;

const fail = (errCode: number, errMsg: string) => ({
  errCode,
  errMsg: `requestSubscribeMessage:fail ${errMsg}`,
});

/**
 * Records the answers and gives what the page's promise gets: `{errMsg, [id]: answer}`, or `{errCode, errMsg}` as WeChat
 * documents it: 10001 no ids, 10004 not ids, 20001 unknown id, 20002 both kinds mixed, 20003 too many.
 */
export function requestConsent(
  openid: string,
  { tmplIds, answers, always }: v.InferOutput<typeof consentSchema>,
  templates: ReadonlyMap<string, MessageTemplate>,
  ledger: Ledger,
): Record<string, unknown> {
  if (tmplIds === undefined || (Array.isArray(tmplIds) && tmplIds.length === 0))
    return fail(10001, "TmplIds can't be empty");
  const ids = v.safeParse(idsSchema, tmplIds);
  if (!ids.success) return fail(10004, 'Invalid template id');
  const distinct = [...new Set(ids.output)];
  if (distinct.length > MOST_IDS) return fail(20003, 'Templates count out of max bounds');
  const asked = distinct.flatMap((id) => templates.get(id) ?? []);
  if (asked.length < distinct.length)
    return fail(20001, 'No template data return, verify the template id exist');
  if (new Set(asked.map(({ kind }) => kind ?? 'once')).size > 1)
    return fail(20002, 'Templates type must be same');

  const given: [string, Answer][] = asked.map((template, i) => [
    template.id,
    asked.findIndex(({ title }) => title === template.title) < i
      ? 'filter' // of several templates with one title WeChat asks for one
      : (ledger.standing(openid, template.id) ?? answers[template.id] ?? 'accept'),
  ]);
  for (const [i, [id, said]] of given.entries()) {
    const template = asked[i];
    if (always && (said === 'accept' || said === 'reject')) ledger.keep(openid, id, said);
    if (said === 'accept' && template) ledger.grant(openid, template, 1);
  }
  return { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(given) };
}
