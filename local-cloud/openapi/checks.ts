/** `security.msgSecCheck` and `security.mediaCheckAsync`, version 2. */
import * as v from 'valibot';
import type { People } from './people';
import { accepted, newTrace, refused, type OpenApiAnswer } from './types';

export type Suggestion = 'pass' | 'review' | 'risky';
/** What a check says; `label` is WeChat's number for the reason, 100 for none, by default 21000 (other). */
export type Verdict = Suggestion | { suggest: Suggestion; label: number };

interface About {
  openid: string;
  /** 1 profile, 2 comment, 3 forum, 4 social log. */
  scene: number;
}
export type ContentCheck =
  ((text: string, about: About) => Verdict) | { risky?: string[]; review?: string[] };
/** `mediaType`: 1 sound, 2 picture. */
export type MediaCheck = (url: string, about: About & { mediaType: number }) => Verdict;

const TWO_HOURS_MS = 2 * 3_600_000;
const MOST_CHARACTERS = 2500;
/** WeChat's own phrases for trying the check out. */
const TEST_PHRASES = [
  '特3456书yuuo莞6543李zxcz蒜7782法fgnv级',
  '完2347全dfji试3726测asad感3847知qwez到',
];

const common = { version: v.literal(2), openid: v.string(), scene: v.number() };
const textSchema = v.object({ ...common, content: v.string() });
const mediaSchema = v.object({
  ...common,
  media_url: v.pipe(v.string(), v.nonEmpty()),
  media_type: v.picklist([1, 2]),
});

/** Answers with `result` and `trace_id`. 40003, 61010 (not here within 2 h), 40129 scene, 44004 empty, 45002 too long, 47001. */
export function checkText(
  args: unknown,
  check: ContentCheck | undefined,
  people: People,
): OpenApiAnswer {
  const read = v.safeParse(textSchema, args);
  if (!read.success) return malformed(read.issues[0]);
  const { content, openid, scene } = read.output;
  const refusal = aboutPerson(openid, scene, people);
  if (refusal) return refusal;
  if (content === '') return refused(44004, 'empty content');
  if (Array.from(content).length > MOST_CHARACTERS)
    return refused(45002, 'content size out of limit');
  return accepted({ ...findings(judge(content, { openid, scene }, check)), trace_id: newTrace() });
}

export interface MediaParts {
  people: People;
  check: MediaCheck | undefined;
  /** Whether WeChat could download it. */
  reachable(url: string): Promise<boolean>;
  /** Takes the event that is to be pushed later. */
  push(traceId: string, event: Record<string, unknown>): void;
}

/** Answers with `trace_id` at once; the result is pushed later. A picture that cannot be downloaded is told then (-1008). */
export async function checkMedia(args: unknown, parts: MediaParts): Promise<OpenApiAnswer> {
  const read = v.safeParse(mediaSchema, args);
  if (!read.success) return malformed(read.issues[0]);
  const { openid, scene, media_url: url, media_type: mediaType } = read.output;
  const refusal = aboutPerson(openid, scene, parts.people);
  if (refusal) return refusal;
  const traceId = newTrace();
  const outcome = (await parts.reachable(url))
    ? {
        errcode: 0,
        errmsg: 'ok',
        ...findings(parts.check?.(url, { openid, scene, mediaType }) ?? 'pass'),
      }
    : { errcode: -1008, errmsg: '下载错误,请检查媒体链接是否可访问', detail: [] };
  parts.push(traceId, { ...outcome, trace_id: traceId, version: 2 });
  return accepted({ trace_id: traceId });
}

const malformed = (issue: v.BaseIssue<unknown>): OpenApiAnswer =>
  refused(47001, `data format error: ${v.getDotPath(issue) ?? 'body'}`);

function aboutPerson(openid: string, scene: number, people: People): OpenApiAnswer | null {
  if (openid === '') return refused(40003, 'invalid openid');
  if (!people.sawWithin(openid, TWO_HOURS_MS)) return refused(61010, 'code is expired');
  return [1, 2, 3, 4].includes(scene) ? null : refused(40129, 'invalid scene');
}

function judge(text: string, about: About, check: ContentCheck = { risky: TEST_PHRASES }): Verdict {
  if (typeof check === 'function') return check(text, about);
  if (check.risky?.some((word) => text.includes(word))) return 'risky';
  return check.review?.some((word) => text.includes(word)) ? 'review' : 'pass';
}

function findings(verdict: Verdict): Record<string, unknown> {
  const result =
    typeof verdict === 'string'
      ? { suggest: verdict, label: verdict === 'pass' ? 100 : 21000 }
      : verdict;
  return { result, detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }] };
}
