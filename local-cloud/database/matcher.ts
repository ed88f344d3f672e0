/** mingo's matching, with text compared by code points as MongoDB does: for JavaScript `'😀' < '！'`. */
import { Context } from 'mingo';
import * as operators from 'mingo/operators/query';
import { Query } from 'mingo/query';
import { invalidParam } from '../errors';
import { entriesOf, requireNoPosition } from './index-entries';
import { withPatterns } from './patterns';
import { compareKeys, RANK, sortKey } from './sort-key';
import { isFields, valueAt, valueOf, type Fields } from './values';

/** Below it JavaScript's order and that of code points are the same. */
const BEYOND = /[\ud800-\uffff]/;

type Operator = typeof operators.$gt;

/** A comparison whose operand decides whether mingo's own order will do. */
function byCodePoints(plain: Operator, holds: (difference: number) => boolean): Operator {
  return (path, operand, options) => {
    if (typeof operand !== 'string' || !BEYOND.test(operand)) return plain(path, operand, options);
    requireNoPosition(path);
    const wanted = sortKey(operand);
    const index = { name: '', fields: [[path, 1]] as [string, 1][] };
    return (given) => {
      const document = valueOf(given);
      if (!isFields(document)) return false;
      return entriesOf(document, index, true).rows.some(
        ([key = '']) => key.startsWith(RANK.string) && holds(compareKeys(key, wanted)),
      );
    };
  };
}

/** mingo turns texts and null into numbers; MongoDB looks at numbers only. */
const mod: Operator = (path, operand, options) => {
  const plain = operators.$mod(path, operand, options);
  return (given) => {
    const document = valueOf(given);
    if (!isFields(document)) return false;
    const value = valueAt(document, path);
    if (typeof value === 'number') return plain(given);
    if (Array.isArray(value) || path.includes('.'))
      throw invalidParam(`local cloud: $mod of lists is not implemented ('${path}')`);
    return false;
  };
};

const context = Context.init({
  query: {
    ...operators,
    $mod: mod,
    $gt: byCodePoints(operators.$gt, (difference) => difference > 0),
    $gte: byCodePoints(operators.$gte, (difference) => difference >= 0),
    $lt: byCodePoints(operators.$lt, (difference) => difference < 0),
    $lte: byCodePoints(operators.$lte, (difference) => difference <= 0),
  },
});

/** A test for a checked query. Throws whatever mingo throws. */
export function matcher(query: Fields): (document: Fields) => boolean {
  const ready = withPatterns(query);
  const compiled = new Query(isFields(ready) ? ready : query, { context });
  return (document) => compiled.test(document);
}
