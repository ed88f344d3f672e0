/** The database half of the protocol. */
import { orderOf, type Order } from '../database/planner';
import { parseFields } from '../database/ejson';
import type { Target } from '../database/target';
import { invalidParam, requestFailed } from '../errors';
import { aggregate } from './aggregate';
import type { Action, Request } from './context';
import * as schemas from './schemas';

interface Addressed {
  collectionName: string;
  queryType: 'DOC' | 'WHERE';
  query: string;
  transactionId?: string | undefined;
}

const targetOf = (body: Addressed, now: number): Target => ({
  collection: body.collectionName,
  queryType: body.queryType,
  query: parseFields(body.query, now),
  transactionId: body.transactionId,
});

const readOrder = (text: string | undefined): Order =>
  text === undefined ? [] : orderOf(parseFields(text, 0));

function note(request: Request, examined: number, returned: number): void {
  request.cost.examined += examined;
  request.cost.returned += returned;
}

const MAX_BYTES = 16 * 2 ** 20;

/** What goes through at once has the limit of one document. Throws DATABASE_REQUEST_FAILED. */
function requireWithin(what: 'request' | 'answer', parts: readonly string[]): void {
  let bytes = 0;
  for (const part of parts) bytes += Buffer.byteLength(part);
  if (bytes > MAX_BYTES)
    throw requestFailed(`the ${what} is larger than 16 MB (${parts.length} parts, ${bytes} bytes)`);
}

export const databaseActions: Record<string, Action> = {
  'database.addCollection': (raw, { services }) => {
    services.store.catalog.create(schemas.read(schemas.addCollection, raw).collectionName);
    return {};
  },

  'database.insertDocument': async (raw, { services }) => {
    const body = schemas.read(schemas.insertDocument, raw);
    requireWithin('request', body.data);
    const documents = body.data.map((text) => parseFields(text, services.now()));
    return {
      data: {
        insertedIds: await services.store.insert(
          body.collectionName,
          documents,
          body.transactionId,
        ),
      },
    };
  },

  'database.getDocument': (raw, request) => {
    const body = schemas.read(schemas.getDocument, raw);
    const now = request.services.now();
    const { bodies, examined } = request.services.store.get(targetOf(body, now), {
      order: readOrder(body.order),
      skip: body.offset,
      limit: body.limit,
      projection: body.projection === undefined ? undefined : parseFields(body.projection, now),
    });
    note(request, examined, bodies.length);
    requireWithin('answer', bodies);
    return { data: { list: bodies } };
  },

  'database.calculateDocument': (raw, request) => {
    const body = schemas.read(schemas.calculateDocument, raw);
    const { total, examined } = request.services.store.count(
      targetOf(body, request.services.now()),
    );
    note(request, examined, 1);
    return { data: { total } };
  },

  'database.modifyDocument': async (raw, request) => {
    const body = schemas.read(schemas.modifyDocument, raw);
    const now = request.services.now();
    const target = targetOf(body, now);
    requireWithin('request', [body.data, body.query]);
    const data = parseFields(body.data, now);
    if (!body.merge) {
      if (body.queryType !== 'DOC' || !body.upsert)
        throw invalidParam('local cloud: a replacement is implemented for doc().set() only');
      const { updated, upserted } = await request.services.store.set(target, data);
      return { data: { updated, upsert_id: upserted } };
    }
    if (body.upsert) throw invalidParam('local cloud: an upserting update is not implemented');
    const { updated, examined } = await request.services.store.update(target, data, body.multi);
    note(request, examined, 0);
    return { data: { updated, upsert_id: null } };
  },

  'database.modifyAndReturnDoc': async (raw, request) => {
    const body = schemas.read(schemas.modifyAndReturnDoc, raw);
    const now = request.services.now();
    const { updated, examined, last } = await request.services.store.update(
      targetOf(body, now),
      parseFields(body.data, now),
      false,
    );
    note(request, examined, last === null ? 0 : 1);
    return { data: { updated, doc: last } };
  },

  'database.removeDocument': async (raw, request) => {
    const body = schemas.read(schemas.removeDocument, raw);
    const { deleted, examined } = await request.services.store.remove(
      targetOf(body, request.services.now()),
      body.multi,
    );
    note(request, examined, 0);
    return { data: { deleted } };
  },

  'database.aggregateDocuments': (raw, request) => {
    const body = schemas.read(schemas.aggregateDocuments, raw);
    const { list, examined } = aggregate(
      request.services.store,
      body.collectionName,
      body.stages,
      request.services.now(),
    );
    note(request, examined, list.length);
    requireWithin('answer', list);
    return { data: { list } };
  },

  'database.startTransaction': (_raw, { services }) => ({ transactionId: services.store.begin() }),

  'database.commitTransaction': (raw, { services }) => {
    services.store.commit(schemas.read(schemas.endTransaction, raw).transactionId);
    return {};
  },

  'database.abortTransaction': (raw, { services }) => {
    services.store.abort(schemas.read(schemas.endTransaction, raw).transactionId);
    return {};
  },
};
