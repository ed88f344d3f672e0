import { partsOf } from './dates';

/** From this month on a move belongs to the school year that begins in September. */
const firstMonth = 7;

/** `2026`: the school year from autumn 2026 to summer 2027. */
export function schoolYearOf(moment: number): string {
  const { year, month } = partsOf(moment);
  return String(month >= firstMonth ? year : year - 1);
}

/** The last year of a primary school, a junior school, a senior school. */
export const lastGrades = [6, 9, 12] as const;
export type LastGrade = (typeof lastGrades)[number];

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

interface Grade {
  number: number;
  /** What stands behind it: `二班`, `（2）班`. */
  rest: string;
  /** How it is written here. */
  style: 'han' | 'arabic' | 'stage';
}

/** `三年级二班`, `3年级2班`, `初一(2)班`, `高三1班`; undefined for a class that is no grade's. */
export function gradeOf(name: string): Grade | undefined {
  const [, han = '', hanRest = ''] = /^([一二三四五六七八九])年级(.*)$/.exec(name) ?? [];
  if (han) return { number: digits.findIndex((one) => one === han), rest: hanRest, style: 'han' };
  const [, arabic = '', arabicRest = ''] = /^([1-9])年级(.*)$/.exec(name) ?? [];
  if (arabic) return { number: Number(arabic), rest: arabicRest, style: 'arabic' };
  const [, stage, year = '', rest = ''] = /^(初|高)([一二三])(?:年级)?(.*)$/.exec(name) ?? [];
  if (stage === undefined) return undefined;
  const within = digits.findIndex((one) => one === year);
  return { number: (stage === '初' ? 6 : 9) + within, rest, style: 'stage' };
}

function nameOf({ number, rest, style }: Grade): string {
  if (number > 9 || style === 'stage') {
    const stage = number > 9 ? '高' : '初';
    return `${stage}${digits[number - (number > 9 ? 9 : 6)] ?? ''}${rest}`;
  }
  return `${style === 'han' ? (digits[number] ?? '') : number}年级${rest}`;
}

export type ClassMove =
  | { from: string; kind: 'moves'; to: string }
  /** The last year: these children leave the school. */
  | { from: string; kind: 'leaves' }
  /** No grade can be read from the name. */
  | { from: string; kind: 'stays' };

/**
 * How the classes of a school move up by one, the highest first: a class is empty before the one
 * below it moves in.
 */
export function planYear(classes: readonly string[], lastGrade: number): ClassMove[] {
  const known = [...new Set(classes)].map((from) => ({ from, grade: gradeOf(from) }));
  const height = ({ grade }: (typeof known)[number]) => grade?.number ?? 0;
  return known
    .sort((one, other) => height(other) - height(one) || (one.from < other.from ? -1 : 1))
    .map(({ from, grade }) => {
      if (!grade) return { from, kind: 'stays' };
      if (grade.number >= lastGrade) return { from, kind: 'leaves' };
      return { from, kind: 'moves', to: nameOf({ ...grade, number: grade.number + 1 }) };
    });
}

/** Which year is the school's last, as its classes have it. */
export function lastGradeOf(classes: readonly string[]): LastGrade {
  const highest = Math.max(0, ...classes.map((name) => gradeOf(name)?.number ?? 0));
  return lastGrades.find((grade) => highest <= grade) ?? 12;
}

/**
 * A teacher's classes after the move. Whoever moves with the children has them under their new name;
 * of a class that has left, its name with the year remains: a post without any class would open the
 * whole school.
 */
export function classesAfter(
  classes: readonly string[],
  moves: readonly ClassMove[],
  year: string,
): string[] {
  return classes.map((name) => {
    const move = moves.find(({ from }) => from === name);
    if (move?.kind === 'moves') return move.to;
    return move?.kind === 'leaves' ? `${year}届${name}` : name;
  });
}
