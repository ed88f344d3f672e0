import { guides } from '../../../cloudfunctions/platform/collections';
import { libraryDrafts } from '../../../cloudfunctions/areas/guides/library';
import { missingSignatures, signedByTwo } from '../../../cloudfunctions/rules/guide-review';
import { copiesOf, guideDocuments } from '../../../demo/guides';
import { monday } from '../support/clock';
import { Scenario } from '../support/scenario';

describe('the library in a database of its own', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  const drafts = libraryDrafts(monday);
  const find = (where: Record<string, unknown>) =>
    scenario.database.find(guides, { where, order: [['_id', 'asc']], limit: 1000 });

  test('arrives by itself, as drafts that nobody has signed', async () => {
    expect(await scenario.test.runJobs()).toMatchObject({ guidesLoaded: drafts.length });
    const there = await find({});
    expect(there).toHaveLength(drafts.length);
    for (const guide of there) {
      expect(guide).toMatchObject({ status: 'draft', reviews: [], regions: ['000000'] });
      expect(guide).not.toHaveProperty('publishedAt');
    }
  });

  test('leaves alone what the desk has changed, and brings what is missing', async () => {
    await scenario.test.runJobs();
    const [first, second] = drafts;
    if (!first || !second) throw new Error('no drafts');
    await scenario.database.update(guides, first._id, { title: '改过的标题', status: 'inReview' });
    await scenario.database.removeWhere(guides, { _id: second._id });
    expect(await scenario.test.runJobs()).toMatchObject({ guidesLoaded: 1 });
    expect(await scenario.database.get(guides, first._id)).toMatchObject({
      title: '改过的标题',
      status: 'inReview',
    });
    expect(await scenario.test.runJobs()).toMatchObject({ guidesLoaded: 0 });
  });

  test('is found by status, audience and region in the order of the list', async () => {
    await scenario.database.addMany(guides, guideDocuments(monday));
    const listed = await scenario.database.find(guides, {
      where: { status: 'published', audience: 'parent', regions: '000000' },
      order: [['order', 'asc']],
      limit: 20,
    });
    expect(listed.map(({ id }) => id.split('-')[0])).toStrictEqual(
      Array.from({ length: 10 }, (_, at) => `m${at + 1}`),
    );
    const one = await scenario.database.find(guides, {
      where: { id: 'c4-not-want-to-live', status: 'published' },
      order: [['version', 'desc']],
      limit: 1,
    });
    expect(one).toHaveLength(1);
  });
});

describe('the guides of the demonstration county', () => {
  const published = guideDocuments(monday);

  test('are signed by everybody who has to, and every signature says that it is made up', () => {
    for (const guide of published) {
      expect(guide.status).toBe('published');
      expect(missingSignatures(guide, guide.reviews)).toStrictEqual([]);
      expect(signedByTwo(guide.reviews)).toBe(true);
      expect(guide.reviews.every(({ demonstration }) => demonstration)).toBe(true);
    }
  });

  test('are due for review within their time, those for a crisis sooner', () => {
    for (const { crisisRelated, reviewDueDay = '' } of published) {
      expect(reviewDueDay > '2026-11-24').toBe(true);
      if (crisisRelated) expect(reviewDueDay < '2027-06-01').toBe(true);
    }
  });

  test('may be multiplied to look at long lists', () => {
    const copies = copiesOf(published, 65);
    expect(new Set(copies.map(({ _id }) => _id)).size).toBe(65);
    expect(copies.every(({ otherHalf }) => otherHalf === undefined)).toBe(true);
  });
});
