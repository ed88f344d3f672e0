/** `GET /inspector/api/…` */
import * as v from 'valibot';
import { HttpRefusal } from '../http/guard';
import type { InspectorParts } from './parts';

const DOCUMENTS_A_PAGE = 20;
const MOST_MESSAGES = 200;

const versionSchema = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));
const orderSchema = v.picklist(['newest', 'id']);

type Read = (parts: InspectorParts, query: URLSearchParams, name: string) => object | undefined;

const reads: Record<string, Read> = {
  summary: ({ journal, strictIndexes, now, unmovedNow }) => ({
    now: now(),
    movedBy: Math.round((now() - unmovedNow()) / 1000) * 1000,
    strictIndexes,
    alarms: journal.alarms.list().length,
  }),

  collections: ({ store }) => ({ collections: store.browse.collections() }),

  documents: ({ store }, query, name) => {
    const id = query.get('id');
    if (id) return store.browse.byId(name, id, DOCUMENTS_A_PAGE);
    const order = v.parse(orderSchema, query.get('order') ?? 'newest');
    return store.browse.page(name, order, query.get('after'), DOCUMENTS_A_PAGE);
  },

  calls: ({ journal }, query) => {
    const { calls, ...rest } = journal.callsSince(
      v.parse(versionSchema, query.get('since') ?? '0'),
    );
    return { ...rest, calls: calls.map((call) => call.summary()) };
  },

  call: ({ journal }, _query, requestId) => {
    const call = journal.call(requestId);
    return call && { ...call.summary(), trips: call.trips, lines: call.lines };
  },

  messages: ({ messages }) => ({
    messages: [...messages()].sort((a, b) => b.at - a.at).slice(0, MOST_MESSAGES),
  }),

  alarms: ({ journal, strictIndexes }) => ({ strictIndexes, alarms: journal.alarms.list() }),

  clock: ({ now, unmovedNow, timers }) => ({
    now: now(),
    unmovedNow: unmovedNow(),
    ...timers().list(),
  }),

  faults: ({ faultSwitches }) => faultSwitches.list(),

  functions: ({ runtime, journal }) => ({
    functions: [...runtime().definitions.values()].map(
      ({ name, timeout, memorySize, triggers }) => ({
        ...{ name, timeout, memorySize },
        triggers: triggers.map((trigger) => trigger.name),
        instances: runtime()
          .roster.list()
          .filter(({ functionName }) => functionName === name)
          .map((instance) => ({ ...instance, lines: journal.printouts.of(instance.key) })),
      }),
    ),
  }),
};

/** Answers `api/{kind}[/{name}]`. Throws 404 for what is not there, 400 for bad parameters. */
export function inspect(
  parts: InspectorParts,
  kind: string,
  name: string,
  query: URLSearchParams,
): object {
  const read = Object.hasOwn(reads, kind) ? reads[kind] : undefined;
  if (kind === 'documents' && !parts.store.catalog.has(name))
    throw new HttpRefusal(404, 'no such collection');
  try {
    const answer = read?.(parts, query, name);
    if (answer) return answer;
  } catch (thrown) {
    if (thrown instanceof v.ValiError) throw new HttpRefusal(400, thrown.message);
    throw thrown;
  }
  throw new HttpRefusal(404, 'not found');
}
