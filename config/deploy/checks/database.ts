import type { AnyCollection } from '../../../cloudfunctions/platform/collections';
import type { Findings } from '../../check-weapp/findings';
import type { StorageRule } from '../target';

/** MongoDB's limit, which WeChat hands on; two are WeChat's own (`_id_`, `_openid_`). */
const indexesAtMost = 18;

/**
 * Holds the list of collections to what WeChat takes. `defined`: every collection that the sources
 * define, so that none is missing from the list.
 */
export function checkCollections(
  listed: readonly AnyCollection[],
  defined: readonly AnyCollection[],
  findings: Findings,
): void {
  const names = listed.map(({ name }) => name);
  findings.require(new Set(names).size === names.length, 'a collection is listed twice');
  for (const { name } of defined) {
    findings.require(names.includes(name), `collection ${name} is not in the list of collections`);
  }
  for (const { name, indexes } of listed) {
    findings.require(/^[A-Za-z][\w-]{0,31}$/.test(name), `${name} is no name of a collection`);
    findings.require(
      indexes.length <= indexesAtMost,
      `collection ${name} has ${indexes.length} indexes, above ${indexesAtMost}`,
    );
    const own = indexes.map((index) => index.name);
    findings.require(new Set(own).size === own.length, `collection ${name} names an index twice`);
    const fields = indexes.map((index) => JSON.stringify(index.fields));
    findings.require(
      new Set(fields).size === fields.length,
      `collection ${name} has the same index twice: WeChat refuses the second`,
    );
    for (const index of indexes) {
      const paths = index.fields.map(([path]) => path);
      const good = paths.length > 0 && new Set(paths).size === paths.length;
      findings.require(good, `index ${name}.${index.name} names no field, or one twice`);
    }
  }
}

/** Nobody reads from storage by its rule, and one writes one's own files at most. */
export function checkStorageRule(rule: StorageRule, findings: Findings): void {
  findings.require(rule.read === false, 'storage can be read without a link of ours');
  findings.require(
    rule.write === false || rule.write === 'resource.openid == auth.openid',
    'storage lets one write the files of others',
  );
}
