/** From a plan to SQL. */
import type { Collection } from './catalog';
import type { Plan, Stretch } from './planner';
import type { Bound } from './statements';

/** The SELECT of one stretch; a scan's takes the `seq` to go on after. Columns are ours, everything from outside is bound. */
export function selectOf(
  collection: Collection,
  plan: Plan,
  stretch: Stretch,
): { sql: string; values: Bound[] } {
  const index = collection.indexes.find((candidate) => candidate.definition.name === plan.by);
  if (!index && plan.by === null)
    return {
      sql: `SELECT seq, id, body FROM ${collection.table} WHERE seq>? ORDER BY seq`,
      values: [],
    };
  const column = (i: number) => (index ? `i.k${i}` : 'd.id');
  const values: Bound[] = [...stretch.equal];
  const conditions = stretch.equal.map((_, i) => `${column(i)}=?`);
  const { lower, upper } = stretch.range ?? {};
  for (const [bound, sign] of [
    [lower, '>'],
    [upper, '<'],
  ] as const) {
    if (!bound) continue;
    conditions.push(`${column(stretch.equal.length)}${sign}${bound.inclusive ? '=' : ''}?`);
    values.push(bound.key);
  }
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  const fields = index ? index.definition.fields : [['_id', 1] as const];
  const rest = fields.slice(stretch.equal.length);
  const order = rest.map(
    ([, direction], i) =>
      `${column(stretch.equal.length + i)} ${(direction === 1) === plan.backwards ? 'DESC' : 'ASC'}`,
  );
  const from = index
    ? `${index.table} i CROSS JOIN ${collection.table} d ON d.seq=i.seq`
    : `${collection.table} d`;
  return {
    sql: `SELECT d.seq, d.id, d.body FROM ${from}${where}${order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''}`,
    values,
  };
}
