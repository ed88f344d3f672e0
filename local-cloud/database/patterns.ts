/**
 * Regular expressions as MongoDB's library (PCRE) reads them, written anew for JavaScript. Without that `.` counts half
 * an emoji, `$` misses a final line break, `\s` takes the ideographic space, and what only PCRE knows is silently
 * something else: to JavaScript `\A` is the letter A.
 */
import { invalidParam, requestFailed, textOf } from '../errors';
import { isFields, type Value } from './values';

const SYNTAX = '^$\\.*+?()[]{}|/';
/** ASCII only, as in PCRE. Within brackets, so without brackets of their own. */
const SPACES = '\\t-\\r ';
const NO_SPACES = '\\0-\\x08\\x0e-\\x1f!-\\u{10ffff}';
const GROUP = /^\((?:\?(?::|=|!|<[A-Za-z_]\w*>))?(?![?*])/;
const MOST_REPEATS = 65_535;

const refuse = (what: string, source: string) =>
  invalidParam(`local cloud: ${what} in the regular expression /${source}/ is not implemented`);

/** The pattern that matches what MongoDB's would. Throws INVALID_PARAM for what is not implemented, DATABASE_REQUEST_FAILED for what is none. */
export function patternOf(source: string, options: string): RegExp {
  const written = new Translation(source, options).written();
  try {
    // Lines are written out, so `m` has done its work.
    return new RegExp(
      written,
      `u${options.includes('i') ? 'i' : ''}${options.includes('s') ? 's' : ''}`,
    );
  } catch (thrown) {
    throw requestFailed(`bad regular expression /${source}/: ${textOf(thrown)}`);
  }
}

/** A condition with its patterns, also `$regex` with `$options`, ready for mingo. */
export function withPatterns(value: Value): Value {
  if (value instanceof RegExp) return patternOf(value.source, value.flags);
  if (Array.isArray(value)) return value.map(withPatterns);
  if (!isFields(value)) return value;
  const { $regex: pattern, $options: options, ...rest } = value;
  const others = Object.fromEntries(
    Object.entries(rest).map(([name, held]) => [name, withPatterns(held)]),
  );
  if (pattern === undefined)
    return options === undefined ? others : { ...others, $options: options };
  if (!(pattern instanceof RegExp) && typeof pattern !== 'string')
    throw requestFailed('$regex has to be a string');
  const [source, flags] =
    pattern instanceof RegExp ? [pattern.source, pattern.flags] : [pattern, ''];
  return { ...others, $regex: patternOf(source, typeof options === 'string' ? options : flags) };
}

class Translation {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly options: string,
  ) {}

  written(): string {
    let out = '';
    while (this.at < this.source.length) out += this.next();
    return out;
  }

  private next(): string {
    const { source, options } = this;
    const rest = source.slice(this.at);
    const c = rest.charAt(0);
    if (c === '\\') return this.escape(false);
    if (c === '[') return this.brackets();
    if (c === '(') {
      const group = GROUP.exec(rest)?.[0];
      if (group === undefined) throw refuse(`the group ${rest.slice(0, 4)}`, source);
      return this.take(group.length, group);
    }
    if (c === '{') {
      const [repeat, least, most] = /^\{(\d+)(?:,(\d*))?\}/.exec(rest) ?? [];
      if (repeat === undefined && /^\{\s*,|^\{\s*\d*\s*,?\s*\d*\s*\}/.test(rest))
        throw refuse('such a repetition', source);
      if (Number(least ?? 0) > MOST_REPEATS || Number(most ?? 0) > MOST_REPEATS)
        throw requestFailed(`bad regular expression /${source}/: number too big in {} quantifier`);
      return repeat === undefined ? this.take(1, '\\{') : this.take(repeat.length, repeat);
    }
    if (c === '}' || c === ']') return this.take(1, `\\${c}`);
    if (c === '.') return this.take(1, options.includes('s') ? '.' : '[^\\n]');
    if (c === '^')
      return this.take(1, options.includes('m') ? '(?:(?<![^])|(?<=\\n)(?=[^]))' : '^');
    if (c === '$')
      return this.take(1, options.includes('m') ? '(?=\\n|(?![^]))' : '(?=\\n?(?![^]))');
    return this.take(1, c);
  }

  private take(length: number, out: string): string {
    this.at += length;
    return out;
  }

  /** What stands in brackets; a `]` in the first place is a letter. */
  private brackets(): string {
    const { source } = this;
    let out = source.startsWith('[^', this.at) ? '[^' : '[';
    this.at += out.length;
    const first = this.at;
    let dash = false;
    for (;;) {
      const c = source.charAt(this.at);
      if (c === '') throw requestFailed(`bad regular expression /${source}/: missing ]`);
      if (c === ']' && this.at > first) return this.take(1, `${out}]`);
      if (c === '\\') {
        const isSet = /^\\[dDwWsS]/.test(source.slice(this.at));
        const beforeDash = /^\\.-[^\]]/s.test(source.slice(this.at));
        if (isSet && (dash || beforeDash)) throw refuse('a range with a set', source);
        out += this.escape(true);
        dash = false;
      } else if (c === '[' && /^[:.=]/.test(source.slice(this.at + 1)))
        throw refuse(`the class ${source.slice(this.at, this.at + 2)}`, source);
      else {
        // A dash in the first place is a letter.
        dash = c === '-' && this.at > first;
        out += this.take(1, c === ']' || c === '[' ? `\\${c}` : c);
      }
    }
  }

  private escape(inBrackets: boolean): string {
    const { source } = this;
    const c = String.fromCodePoint(source.codePointAt(this.at + 1) ?? 0);
    if (this.at + 1 >= source.length)
      throw requestFailed(`bad regular expression /${source}/: \\ at end of pattern`);
    const byte = /^\\x[0-9A-Fa-f]{2}/.exec(source.slice(this.at))?.[0];
    if (byte !== undefined) return this.take(4, byte);
    const whole = `\\${c}`;
    const length = whole.length;
    if (c === 's' || c === 'S') {
      if (inBrackets) return this.take(length, c === 's' ? SPACES : NO_SPACES);
      return this.take(length, c === 's' ? `[${SPACES}]` : `[^${SPACES}]`);
    }
    if ((inBrackets ? /[dDwWtnrfb]/ : /[dDwWtnrfbB]/).test(c)) return this.take(length, whole);
    if (/[A-Za-z0-9]/.test(c)) throw refuse(`the escape ${whole}`, source);
    if (SYNTAX.includes(c) || (inBrackets && c === '-')) return this.take(length, whole);
    return this.take(length, c);
  }
}
