import {
  LineFieldsSchema,
  ServiceFieldsSchema,
  type LineFields,
  type ServiceFields,
} from '@contract/manage';
import { countyAdministered, type Caller } from '../../platform/caller';
import {
  services,
  type DocumentOf,
  type hotlines,
  type ServiceDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import type { Fields } from '../../platform/sdk';
import type { Transaction } from '../../platform/transaction';

/** What an administrator answers for: a county, or of it only what belongs to a school. */
export interface DeskScope {
  county: string;
  schoolId?: string | undefined;
}

/** @throws ActionError FORBIDDEN for whoever administers nothing. */
export function scopeOf(caller: Caller): DeskScope {
  const county = countyAdministered(caller);
  if (county !== undefined) return { county };
  const post = caller.person?.posts.find(({ role }) => role === 'admin');
  if (!post) throw new ActionError('FORBIDDEN');
  return { county: post.county, schoolId: post.schoolId };
}

export const isOwn = (scope: DeskScope, service: Pick<ServiceDocument, 'county' | 'schoolId'>) =>
  service.county === scope.county &&
  (scope.schoolId === undefined || service.schoolId === scope.schoolId);

/** @throws ActionError NOT_FOUND, the same for one of somebody else as for none. */
export async function ownService(
  from: Database | Transaction,
  scope: DeskScope,
  id: string,
): Promise<ServiceDocument> {
  const service = await from.get(services, id);
  if (!service || !isOwn(scope, service)) throw new ActionError('NOT_FOUND');
  return service;
}

type LineDocument = DocumentOf<typeof hotlines>;

/** Also what older code or a spreadsheet wrote and no form would take any more can be opened and put right. */
export function serviceFields(service: ServiceDocument): ServiceFields {
  return pick(service, Object.keys(ServiceFieldsSchema.entries) as (keyof ServiceFields)[]);
}

export function lineFields(line: LineDocument): LineFields {
  return pick(line, Object.keys(LineFieldsSchema.entries) as (keyof LineFields)[]);
}

function pick<From extends object, Key extends keyof From>(
  from: From,
  keys: Key[],
): Pick<From, Key> {
  return Object.fromEntries(
    keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]),
  ) as Pick<From, Key>;
}

/** As an update: whole values, and what is not there any more is taken out. */
export function replaceFields(keys: readonly string[], fields: Fields): Fields {
  return Object.fromEntries(
    keys.map((key) => [
      key,
      fields[key] === undefined ? command.remove() : command.set(fields[key]),
    ]),
  );
}
