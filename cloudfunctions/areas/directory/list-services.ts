import { limits } from '@contract/limits';
import { dayOf } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { services, type ServiceDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { pageAfter, pageOf } from './page';
import { viewSummary } from './service-view';

/**
 * Services of a county, those of the family's own township first. A page goes on from the last id
 * of its part (`near:` or `far:`), so the hundredth page costs what the first one does.
 */
export const listServices = defineAction('directory.listServices', {
  allow: anyone,
  async handle({ database, now }, { county, from, township, kind, cursor }) {
    const near = township ?? from;
    const [part, after] = splitCursor(cursor, near);
    const kinds = kind ? { kinds: kind } : {};
    const open = { closedOn: command.not(command.lte(dayOf(now))) };
    const rows: Row[] = [];
    if (part === 'near' && near) {
      const found = await read(database, {
        ...{ township: near, ...kinds, ...open },
        ...pageAfter(after),
      });
      rows.push(...found.map((service): Row => ['near', service]));
    }
    if (!township && rows.length <= limits.pageSize) {
      const others = near ? { township: command.neq(near) } : {};
      const goesOn = part === 'far' ? pageAfter(after) : {};
      const found = await read(database, { county, ...others, ...kinds, ...open, ...goesOn });
      rows.push(...found.map((service): Row => ['far', service]));
    }
    const shown = rows.slice(0, limits.pageSize);
    const last = shown.at(-1);
    return {
      services: shown.map(([, service]) => viewSummary(service, from)),
      next: last && rows.length > shown.length ? `${last[0]}:${last[1]._id}` : undefined,
    };
  },
});

type Part = 'near' | 'far';
type Row = [part: Part, service: ServiceDocument];

function read(database: Database, where: Record<string, unknown>): Promise<ServiceDocument[]> {
  return database.find(services, { where, ...pageOf(limits.pageSize) });
}

function splitCursor(
  cursor: string | undefined,
  near: string | undefined,
): [part: Part, after: string | undefined] {
  if (cursor?.startsWith('near:')) return ['near', cursor.slice('near:'.length)];
  if (cursor?.startsWith('far:')) return ['far', cursor.slice('far:'.length)];
  return [near ? 'near' : 'far', undefined];
}
