import type { Level, Triage } from '../../cloudfunctions/rules/triage';
import type { Labelled } from './labelled';

export interface Judged extends Labelled {
  found: Triage;
}

export interface CategoryRow {
  category: string;
  texts: number;
  /** S0 given S2 or S3, S2 and S3 given less than S2, S3 not given S3, S1 given S3. */
  wrong: number;
  share: number;
}

export interface Figures {
  /** Share of S2 and S3 given S2 or S3. */
  urgentRecall: number;
  s3AsS3: number;
  /** Share of S0 given S2 or S3. */
  falseUrgent: number;
}

export const isUrgent = (level: Level) => level >= 'S2';

export function judgeAll(texts: Labelled[], triage: (text: string) => Triage): Judged[] {
  return texts.map((labelled) => ({ ...labelled, found: triage(labelled.text) }));
}

/** Whether the figures count it as a fault. S1 may go either way between S0 and S2. */
export function isWrong({ level, found }: Judged): boolean {
  if (level === 'S0') return isUrgent(found.level);
  if (level === 'S1') return found.level === 'S3';
  return level === 'S2' ? !isUrgent(found.level) : found.level !== 'S3';
}

/** By category, the worst first. */
export function byCategory(judged: Judged[]): CategoryRow[] {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const key = `${one.category} ${one.level}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .map(([category, of]) => {
      const wrong = of.filter(isWrong).length;
      return { category, texts: of.length, wrong, share: round(wrong / of.length) };
    })
    .sort((a, b) => b.share - a.share || b.texts - a.texts);
}

/** Rows: what a person said; columns: what triage says. */
export function confusion(judged: Judged[]): Record<Level, Record<Level, number>> {
  const count = (said: Level, found: Level) =>
    judged.filter((one) => one.level === said && one.found.level === found).length;
  const row = (said: Level) => ({
    S0: count(said, 'S0'),
    S1: count(said, 'S1'),
    S2: count(said, 'S2'),
    S3: count(said, 'S3'),
  });
  return { S0: row('S0'), S1: row('S1'), S2: row('S2'), S3: row('S3') };
}

export function figures(judged: Judged[]): Figures {
  const share = (of: Judged[], holds: (one: Judged) => boolean) =>
    of.length === 0 ? 0 : round(of.filter(holds).length / of.length);
  return {
    urgentRecall: share(
      judged.filter(({ level }) => isUrgent(level)),
      ({ found }) => isUrgent(found.level),
    ),
    s3AsS3: share(
      judged.filter(({ level }) => level === 'S3'),
      ({ found }) => found.level === 'S3',
    ),
    falseUrgent: share(
      judged.filter(({ level }) => level === 'S0'),
      ({ found }) => isUrgent(found.level),
    ),
  };
}

/** One line for `--explain`: what spoke, and the words it read. */
export function explain({ text, level, found }: Judged): string {
  const reasons = found.reasons.map(
    ({ rule, start, end }) => `${rule}「${text.slice(start, end)}」`,
  );
  const marks = [found.negated ? 'negated' : '', found.ask ?? ''].filter((mark) => mark !== '');
  return [`${level} → ${found.level}`, text, ...reasons, ...marks].join('\n    ');
}

const round = (value: number) => Math.round(value * 1000) / 1000;
