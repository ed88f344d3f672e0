import {
  allMigrations,
  migrate,
  type Migration,
} from '../../../cloudfunctions/platform/migrations';
import { migrations, services } from '../../../cloudfunctions/platform/collections';
import { monday } from '../support/clock';
import { service } from '../support/documents';
import { Scenario } from '../support/scenario';

/** Issue 10, "Deployment": versioned data migrations. */
describe('migrations', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  const many = 250;
  async function oldServices(): Promise<void> {
    for (let from = 0; from < many; from += 50) {
      const ids = Array.from({ length: 50 }, (_, at) => `s-${String(from + at).padStart(3, '0')}`);
      await scenario.database.addMany(
        services,
        ids.map((_id) => ({ ...service, _id })),
      );
    }
  }
  const all = () =>
    scenario.database.find(services, { where: {}, order: [['_id', 'asc']], limit: 1000 });
  const ledger = () =>
    scenario.database.find(migrations, { where: {}, order: [['_id', 'asc']], limit: 100 });
  const run = (pages: number, list: readonly Migration[] = allMigrations) =>
    migrate(scenario.database, monday, { list, pages });

  test('the job brings old documents up to date and writes it down', async () => {
    await oldServices();
    const before = await all();
    expect(before.every(({ rev }) => rev === undefined)).toBe(true);
    // Some pages a run: two passes over three pages of services, then the hotlines.
    const runs = [await scenario.test.runJobs(), await scenario.test.runJobs()];
    const changed = runs.reduce((sum, { documentsMigrated = 0 }) => sum + documentsMigrated, 0);
    expect(changed).toBeGreaterThanOrEqual(many);
    const after = await all();
    expect(after).toEqual(before.map((document) => ({ ...document, rev: 0 })));
    const written = await ledger();
    expect(written.map(({ _id }) => _id)).toEqual(allMigrations.map(({ id }) => id).sort());
    expect(written.every(({ finishedAt }) => finishedAt !== null)).toBe(true);
  });

  test('it costs one read when everything is done', async () => {
    await oldServices();
    await run(100);
    const { trips } = scenario.database;
    expect(await run(100)).toBe(0);
    expect(scenario.database.trips - trips).toBe(1);
  });

  test('cut short in the middle, even before the ledger was written, it goes on', async () => {
    await oldServices();
    await run(1);
    const [first] = await ledger();
    expect(first).toMatchObject({ finishedAt: null, seen: 100 });
    // As if the run had died after its page and before the ledger.
    await scenario.database.update(migrations, first?._id ?? '', { after: '', seen: 0, inPass: 0 });
    let runs = 0;
    while ((await ledger()).some(({ finishedAt }) => finishedAt === null) || runs === 0) {
      await run(1);
      runs += 1;
      if (runs > 30) throw new Error('it never ends');
    }
    expect((await all()).every(({ rev }) => rev === 0)).toBe(true);
    expect((await ledger()).find(({ _id }) => _id.includes('services'))?.changed).toBeGreaterThan(
      many - 1,
    );
  });

  test('what a request has written meanwhile stays, and is looked at again', async () => {
    await scenario.database.add(services, { ...service, _id: 's-1' });
    const [revisions] = allMigrations;
    if (!revisions) throw new Error('no migration');
    const meddled: Migration = {
      ...revisions,
      change(document) {
        const wanted = revisions.change(document);
        return (
          wanted && { ...wanted, unless: { ...wanted.unless, name: 'somebody else was faster' } }
        );
      },
    };
    await run(1, [meddled]);
    expect((await all()).find(({ _id }) => _id === 's-1')?.rev).toBeUndefined();
    expect((await ledger())[0]?.finishedAt).toBeNull();
    await run(10);
    expect((await all()).find(({ _id }) => _id === 's-1')?.rev).toBe(0);
  });

  test('a document that new code wrote is left as it is', async () => {
    await scenario.database.add(services, { ...service, _id: 's-new', rev: 4 });
    await run(10);
    expect((await all()).find(({ _id }) => _id === 's-new')?.rev).toBe(4);
  });

  test('ids are in order and never twice', () => {
    const ids = allMigrations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^\d{4}-\d{2}-\d{2}-[a-z-]+$/.test(id))).toBe(true);
    const days = ids.map((id) => id.slice(0, 10));
    expect([...days].sort()).toEqual(days);
  });
});
