import { guides, type GuideDocument } from '../../../cloudfunctions/platform/collections';
import { guideDocuments } from '../../../demo/guides';
import { monday } from '../support/clock';
import { township } from '../support/documents';
import { Scenario } from '../support/scenario';

describe('guides', () => {
  let scenario: Scenario;
  let published: GuideDocument[];
  beforeAll(async () => {
    scenario = await Scenario.start();
    published = guideDocuments(monday);
    const [first, second, third] = published;
    if (!first || !second || !third) throw new Error('the library is too small');
    await scenario.database.addMany(guides, [
      ...published,
      { ...first, _id: 'new_1', id: 'new', order: 900, status: 'draft', reviews: [] },
      { ...first, _id: 'gone_1', id: 'gone', order: 901, status: 'withdrawn' },
      {
        ...second,
        _id: 'old_1',
        id: 'old',
        order: 902,
        reviewDueDay: '2026-01-01',
        crisisRelated: false,
      },
      {
        ...third,
        _id: 'hot_1',
        id: 'hot',
        order: 903,
        reviewDueDay: '2026-01-01',
        crisisRelated: true,
      },
      { ...first, _id: 'here_1', id: 'here', order: 904, regions: [township] },
      { ...first, _id: 'far_1', id: 'far', order: 905, regions: ['990102001'] },
    ]);
  });
  afterAll(() => scenario.close());

  const list = async (input: { audience: 'caregiver' | 'parent'; township?: string }) =>
    (await scenario.as('somebody').call('guides.listGuides', input)).guides;

  test('anybody finds those for them, in the order of the library', async () => {
    const shown = await list({ audience: 'parent' });
    const wanted = published.filter(({ audience }) => audience === 'parent');
    expect(shown.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
  });

  test('what nobody has signed, and what was withdrawn, is shown to nobody', async () => {
    const ids = (await list({ audience: 'caregiver', township })).map(({ id }) => id);
    for (const id of ['new', 'gone', 'old', 'far']) expect(ids).not.toContain(id);
    const somebody = scenario.as('somebody');
    for (const guideId of ['new', 'gone', 'old', 'never-was']) {
      expect(await somebody.refusal('guides.getGuide', { guideId })).toBe('NOT_FOUND');
    }
  });

  test('a guide about a crisis whose signatures have run out stays, and says so', async () => {
    const all = await list({ audience: 'caregiver', township });
    expect(all.find(({ id }) => id === 'hot')).toMatchObject({ expired: true });
    const { guide } = await scenario.as('somebody').call('guides.getGuide', { guideId: 'hot' });
    expect(guide.status).toBe('expired');
  });

  test('one meant for a township is shown there alone', async () => {
    const there = await list({ audience: 'caregiver', township });
    const elsewhere = await list({ audience: 'caregiver' });
    expect(there.map(({ id }) => id)).toContain('here');
    expect(elsewhere.map(({ id }) => id)).not.toContain('here');
  });

  test('the list goes on where a page ended, with none left out and none twice', async () => {
    const [first] = published;
    if (!first) throw new Error('the library is empty');
    const many = Array.from({ length: 95 }, (_, number) => {
      const id = `many-${number}`;
      return { ...first, _id: `${id}_1`, id, audience: 'teacher' as const, order: 2000 };
    });
    await scenario.database.addMany(guides, many);
    const somebody = scenario.as('somebody');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await somebody.call('guides.listGuides', { audience: 'teacher', cursor });
      seen.push(...page.guides.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    const teachers = published.filter(({ audience }) => audience === 'teacher').length;
    expect(seen).toHaveLength(teachers + many.length);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('an answer is kept with a kind explanation, and hearing on never loses it', async () => {
    const me = await scenario.family();
    const [guide] = published;
    if (!guide) throw new Error('the library is empty');
    const { id: guideId, version, question } = guide;
    const answer = question.answers.findIndex(({ right }) => !right);
    const said = await me.call('guides.answerQuestion', { guideId, version, answer });
    expect(said).toEqual({ right: false, explanation: question.answers[answer]?.explanation });
    const answered = { choice: answer, at: monday, right: false };
    const of = guide.blocks.length;
    const item = { guideId, version, blocks: 2, at: monday - 1 };
    await me.call('guides.saveProgress', { items: [item] });
    const { items } = await me.call('guides.listProgress', {});
    expect(items).toEqual([{ guideId, version, blocks: of, of, at: monday, answered }]);
  });

  test('a phone whose clock is a day ahead does not outdo what comes later', async () => {
    const me = await scenario.family();
    const item = { guideId: 'c1-signs', version: 1, blocks: 1 };
    const ahead = [{ ...item, at: monday + 24 * 60 * 60_000 }];
    const { items } = await me.call('guides.saveProgress', { items: ahead });
    expect(items[0]?.at).toBeLessThanOrEqual(monday + 60_000);
  });

  test('whoever has no account reads all the same, and keeps nothing', async () => {
    const stranger = scenario.as('never-seen');
    expect(await stranger.refusal('guides.listProgress', {})).toBe('NOT_SIGNED_IN');
    expect((await list({ audience: 'parent' })).length).toBeGreaterThan(0);
  });
});
