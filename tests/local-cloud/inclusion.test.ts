import fc from 'fast-check';
import { find } from 'mingo';
import { include, inclusionOf } from '../../local-cloud/database/inclusion';
import type { Document, Fields } from '../../local-cloud/database/values';

const names = ['a', 'b', 'c'];
const leaf = fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.boolean());
const fieldsOf = (value: fc.Arbitrary<Fields[string]>) =>
  fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true });
const documents: fc.Arbitrary<Document> = fieldsOf(
  fc.oneof(leaf, fieldsOf(leaf), fc.array(fieldsOf(leaf), { maxLength: 2 })),
).map((fields) => ({ _id: 'one', ...fields }));
const paths = fc.constantFrom(
  ...names,
  ...names.flatMap((name) => names.map((in_) => `${name}.${in_}`)),
);
const projections = fc
  .uniqueArray(paths, { minLength: 1, maxLength: 4 })
  .map((list): Fields => Object.fromEntries(list.map((path) => [path, true])));

test('the quick way of projecting gives what mingo gives', () => {
  fc.assert(
    fc.property(documents, projections, (document, projection) => {
      const wanted = inclusionOf(projection);
      const quick = wanted && include(document, wanted);
      fc.pre(quick !== undefined);
      const [judged] = find<Fields, Fields>([structuredClone(document)], {}, projection).all();
      expect(quick).toEqual(judged);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['exclusions', { a: false }],
  ['operators', { a: { $slice: 1 } }],
  ['deeper paths', { 'a.b.c': true }],
  ['paths that collide', { a: true, 'a.b': true }],
])('%s are left to mingo', (_name, projection: Fields) => {
  expect(inclusionOf(projection)).toBeUndefined();
});
