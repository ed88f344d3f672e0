/** `wxacode.getUnlimited`: a code to scan. WeChat's is round; this is a QR code that says what it stands for. */
import { create } from 'qrcode';
import * as v from 'valibot';
import { drawCells } from './picture';
import { hasPage } from './templates';
import { refused, type OpenApiAnswer } from './types';

const argsSchema = v.object({
  scene: v.optional(v.unknown()),
  page: v.optional(v.string(), ''),
  check_path: v.optional(v.boolean(), true),
  env_version: v.optional(v.picklist(['release', 'trial', 'develop']), 'release'),
  width: v.optional(v.pipe(v.number(), v.minValue(280), v.maxValue(1280)), 430),
});
/** 最大32个可见字符，只支持数字，大小写英文以及部分特殊字符 */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;
const MOST_CHARACTERS = 32;

/** Where the stand-in leads: a name that exists nowhere, with what WeChat would hand to the page. */
export const codeLink = (scene: string, page: string, version: string): string =>
  `https://local.invalid/wxacode?${new URLSearchParams({ scene, page, env_version: version }).toString()}`;

/** A PNG of `width` pixels. 40169 scene too long or missing, 40129 characters, 41030 page, 40097 other arguments. */
export function drawCode(args: unknown, pages: readonly string[] | undefined): OpenApiAnswer {
  const read = v.safeParse(argsSchema, args);
  if (!read.success)
    return refused(40097, `invalid args: ${v.getDotPath(read.issues[0]) ?? 'body'}`);
  const { scene, page, check_path: checked, env_version: version, width } = read.output;
  if (typeof scene !== 'string' || scene === '' || Array.from(scene).length > MOST_CHARACTERS)
    return refused(40169, 'invalid length for scene, or the data is not json string');
  if (!SCENE.test(scene)) return refused(40129, 'invalid scene');
  const malformed = page.startsWith('/') || page.includes('?');
  if (page !== '' && (malformed || (checked && !hasPage(pages, page))))
    return refused(41030, 'invalid page');
  const link = codeLink(scene, page, version);
  const { modules } = create(link, { errorCorrectionLevel: 'M' });
  const isDark = (row: number, column: number) => modules.get(row, column) === 1;
  return {
    bytes: drawCells(modules.size, isDark, Math.round(width)),
    contentType: 'image/png',
  };
}
