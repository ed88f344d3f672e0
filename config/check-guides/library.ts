import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { CourseTextSchema, type CourseText } from '../../cloudfunctions/contract/courses';
import type { GuideText } from '../../cloudfunctions/contract/guides';
import { parseGuide } from '../../cloudfunctions/rules/guide-text';

const area = path.resolve(__dirname, '..', '..', 'cloudfunctions', 'areas', 'guides');
const folder = path.join(area, 'library');
const built = path.join(area, 'library.json');

export interface Library {
  guides: GuideText[];
  /** Files that could not be read: `[id, fault]`. */
  faults: [id: string, fault: string][];
}

/** All text files of the library, c2 before c10; a file called README is not a guide. */
export function readLibrary(from = folder): Library {
  const names = fs.readdirSync(from).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const library: Library = { guides: [], faults: [] };
  for (const name of names.sort(byNumber)) {
    const id = name.replace(/\.md$/, '');
    const parsed = parseGuide(id, fs.readFileSync(path.join(from, name), 'utf8'));
    if (parsed.ok) library.guides.push(parsed.guide);
    else library.faults.push(...parsed.faults.map((fault): [string, string] => [id, fault]));
  }
  return library;
}

/** The courses: guides of the library in an order. Throws where one is not even a course. */
export function readCourses(): CourseText[] {
  const text: unknown = JSON.parse(fs.readFileSync(path.join(area, 'courses.json'), 'utf8'));
  return v.parse(v.array(CourseTextSchema), text);
}

/** Writes what the functions carry: they read no files in the cloud. */
export function writeBuilt(guides: GuideText[]): void {
  fs.writeFileSync(built, textOf(guides));
}

/** Whether the functions carry just what the text files say. */
export function isBuilt(guides: GuideText[]): boolean {
  return fs.existsSync(built) && fs.readFileSync(built, 'utf8') === textOf(guides);
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare;

const textOf = (guides: GuideText[]) => `${JSON.stringify(guides, null, 1)}\n`;
