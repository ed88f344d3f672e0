/**
 * Answers can only be understood where their schema is known (src/cloud/contracts). The main package
 * knows those of its own pages, each subpackage brings those of its own, by its `brings.ts`.
 */
import path from 'node:path';
import { isActionName, type ActionName } from '@contract';
import { loadedWith, mainEntries, pagesOf, quotedIn, subpackages } from '../../config/packages';

const root = path.resolve(__dirname, '..', '..');

/** The actions that these files name, but for places that only handle names. */
function asked(files: string[]): ActionName[] {
  return [
    ...quotedIn(files.filter((file) => !/^(src\/cloud\/cache\.ts|cloudfunctions\/)/.test(file))),
  ].filter(isActionName);
}

/** Of these actions, those whose answers would not be understood when these files are loaded. */
async function unknown(actions: ActionName[], contracts: string[]): Promise<ActionName[]> {
  const missing: ActionName[] = [];
  await jest.isolateModulesAsync(async () => {
    const { schemasOf } = await import('@/cloud/contracts');
    for (const file of contracts) await import(path.join(root, file));
    missing.push(...actions.filter((action) => schemasOf(action) === undefined));
  });
  return missing;
}

test('the main package knows the answers to all that its own pages ask', async () => {
  expect(await unknown(asked(Object.keys(await loadedWith(mainEntries()))), [])).toEqual([]);
});

test.each(subpackages)('%s: its pages know the answers to all that they ask', async (name) => {
  const pages = pagesOf(name);
  const files = await loadedWith(pages);
  const brings = `src/${name}/brings.ts`;
  for (const page of pages) {
    const imported = files[page]?.imports.map((each) => each.path) ?? [];
    expect([page, imported.includes(brings)]).toEqual([page, true]);
  }
  expect(await unknown(asked(Object.keys(files)), [brings])).toEqual([]);
});
