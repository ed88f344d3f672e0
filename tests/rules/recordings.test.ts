import type { Progress } from '@contract/reading';
import { isFinished, stagesOf, standingIn } from '@rules/courses';
import { coversText, playable, recordsFor } from '@rules/recordings';
import { digestOf, spokenText, textDigest } from '@rules/spoken-text';
import { courseTexts } from '../../cloudfunctions/areas/guides/courses';
import { libraryTexts } from '../../cloudfunctions/areas/guides/library';
import { mp3Seconds, soundFormat } from '../../cloudfunctions/platform/sound-file';
import { courseFaults } from '../../config/check-guides/course-checks';

const library = libraryTexts();
const [guide] = library;
if (!guide) throw new Error('the library is empty');
const sounds = guide.blocks.map((text, block) => ({
  block,
  digest: digestOf(text),
  id: `s${block}`,
}));
const whole = { version: guide.version, language: 'dialect' as const, blocks: sounds };

describe('a recording belongs to the words it says', () => {
  test('every block of the library has a digest of its own, and one letter changes it', () => {
    const texts = library.flatMap(({ blocks }) => blocks.map(spokenText));
    expect(new Set(texts.map(textDigest)).size).toBe(new Set(texts).size);
    expect(textDigest('坐到他旁边')).not.toBe(textDigest('坐到她旁边'));
    // Written down on phones: it may never come out otherwise.
    expect(textDigest('坐到他旁边。')).toBe('1feohoqlzvv');
  });

  test('it is played only where version and every word match, and every block is there', () => {
    expect(playable(guide, [whole])[0]?.blocks).toHaveLength(guide.blocks.length);
    const turned = { ...whole, blocks: [...sounds].reverse() };
    expect(playable(guide, [turned])[0]?.blocks.map(({ block }) => block)).toEqual(
      guide.blocks.map((_, number) => number),
    );
    expect(playable({ ...guide, version: guide.version + 1 }, [whole])).toEqual([]);
    expect(playable(guide, [{ ...whole, blocks: sounds.slice(1) }])).toEqual([]);
    const changed = guide.blocks.map((block, number) =>
      number === 1 ? { ...block, text: `${block.text}。` } : block,
    );
    expect(playable({ ...guide, blocks: changed }, [whole])).toEqual([]);
    expect(coversText([], guide.blocks)).toBe(false);
  });

  test('counsellors and county administrators record, for their own county', () => {
    const county = '990101';
    expect(recordsFor([{ role: 'counsellor', county }])).toBe(county);
    expect(recordsFor([{ role: 'admin', county }])).toBe(county);
    expect(recordsFor([{ role: 'admin', county, schoolId: 's' }])).toBeUndefined();
    expect(recordsFor([{ role: 'teacher', county, schoolId: 's' }])).toBeUndefined();
  });

  test('a file is what its first bytes say', () => {
    const mpeg2 = Buffer.alloc(40_000);
    mpeg2.set([0xff, 0xf3, 0x48, 0xc4]);
    expect(soundFormat(mpeg2)).toBe('mp3');
    expect(mp3Seconds(mpeg2)).toBeCloseTo(10);
    const tagged = Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0\x0a'), Buffer.alloc(10), mpeg2]);
    expect(mp3Seconds(tagged)).toBeCloseTo(10);
    expect(soundFormat(Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0]))).toBe('webm');
    for (const other of ['<html>', '', 'ID3', 'RIFF....WAVE']) {
      expect(soundFormat(Buffer.from(other))).toBeUndefined();
    }
  });
});

describe('courses', () => {
  const at = 1;
  const item = (guideId: string, part: Partial<Progress> = {}): Progress => ({
    ...{ guideId, version: 1, blocks: 5, at },
    ...part,
  });
  const answered = { choice: 0, at };
  const course = [1, 2, 3].map((number) => ({ id: `g${number}`, version: 1, blocks: 5 }));

  test('a guide is done when it was heard to its end and its question answered, in this version', () => {
    const [first] = course;
    if (!first) throw new Error('no course');
    expect(isFinished(first, [item('g1', { answered })])).toBe(true);
    expect(isFinished(first, [item('g1')])).toBe(false);
    expect(isFinished(first, [item('g1', { answered, blocks: 4 })])).toBe(false);
    expect(isFinished({ ...first, version: 2 }, [item('g1', { answered })])).toBe(false);
    expect(standingIn(course, [item('g2', { answered })])).toEqual({
      ...{ done: 1, next: first, finished: false },
    });
    const all = course.map(({ id }) => item(id, { answered }));
    expect(standingIn(course, all).finished).toBe(true);
    expect(standingIn([], all).finished).toBe(false);
  });

  test('whoever accompanies sees begun or finished, and nothing of what was answered', () => {
    const ids = ['g1', 'g2', 'g3'];
    const progress = [item('g2', { answered }), item('g1', { blocks: 1 }), item('other')];
    expect(stagesOf(ids, progress)).toEqual([
      { guideId: 'g1', stage: 'started' },
      { guideId: 'g2', stage: 'finished' },
    ]);
  });

  test('those that come with the program have no fault, and faults are noticed', () => {
    expect(courseFaults(courseTexts, library)).toEqual([]);
    expect(new Set(courseTexts.map(({ audience }) => audience)).size).toBe(3);
    const [one] = courseTexts;
    if (!one) throw new Error('no course');
    const faults = (part: object) =>
      courseFaults([{ ...one, ...part }], library).map(([, fault]) => fault);
    expect(faults({ guides: ['never-was', ...one.guides] }).join()).toContain('never-was');
    expect(faults({ guides: [one.guides[0], ...one.guides] }).join()).toContain('twice');
    expect(faults({ audience: 'parent' }).join()).toContain('parent');
    expect(courseFaults([one, one], library).join()).toContain('twice');
  });
});
