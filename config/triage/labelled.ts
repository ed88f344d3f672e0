import * as v from 'valibot';
import type { Level } from '../../cloudfunctions/rules/triage';

/** A message with the level that a person gave it. */
export interface Labelled {
  text: string;
  level: Level;
  category: string;
  /** The training file it stands in. */
  source?: string;
  /** How much it counts in training. 1 if left out. */
  weight?: number;
}

const levels = ['S0', 'S1', 'S2', 'S3'] as const;
const LineSchema = v.object({
  text: v.string(),
  severity: v.pipe(
    v.union([v.picklist(levels), v.picklist([0, 1, 2, 3])]),
    v.transform((severity): Level => (typeof severity === 'number' ? levels[severity] : severity)),
  ),
  category: v.optional(v.string()),
});

/** Reads lines `{"text", "severity": "S0".."S3" or 0..3, "category"?}`; throws with the line's number. */
export function parseLines(content: string): Labelled[] {
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), LineSchema), line);
    if (!parsed.success) {
      throw new Error(
        `Line ${index + 1} is not {"text": "…", "severity": "S0".."S3" or 0..3}: ${v.summarize(parsed.issues)}`,
      );
    }
    const { text, severity, category } = parsed.output;
    return [{ text, level: severity, category: category ?? 'all' }];
  });
}

const heading = /^# ([\w-]+) (S[0-3])$/;

/** Reads sentences, one a line, below headings `# category level`. */
export function parseSentences(content: string): Labelled[] {
  let category = '';
  let level: Level | undefined;
  const found: Labelled[] = [];
  for (const line of content.split('\n')) {
    const match = heading.exec(line);
    if (match) {
      category = match[1] ?? '';
      level = levels.find((known) => known === match[2]);
    } else if (line.trim() !== '') {
      if (!level) throw new Error(`No heading above “${line}”.`);
      found.push({ text: line, level, category });
    }
  }
  return found;
}
