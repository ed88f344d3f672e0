/** `POST /inspector/api/…`: the few things that can be switched. */
import * as v from 'valibot';
import { HttpRefusal } from '../http/guard';
import type { FunctionAnswer } from '../functions/types';
import { outlineOf } from './outline';
import type { InspectorParts } from './parts';

const clockSchema = v.union([
  v.strictObject({ advanceMs: v.pipe(v.number(), v.minValue(0)) }),
  v.strictObject({ set: v.number() }),
  v.strictObject({ reset: v.literal(true) }),
]);
const faultSchema = v.strictObject({ name: v.string(), on: v.boolean() });
const timerSchema = v.strictObject({ name: v.string() });
const emptySchema = v.strictObject({});

/** Does one thing and says how it went. Throws 404 for an unknown one, 400 for a bad body. */
export async function turn(parts: InspectorParts, path: string, body: unknown): Promise<object> {
  const { clock, timers, faultSwitches, journal } = parts;
  switch (path) {
    case 'clock': {
      const order = read(clockSchema, body);
      if (!('advanceMs' in order)) {
        clock().set('set' in order ? order.set : parts.unmovedNow());
        return { fired: [] };
      }
      const fired = await clock().advance(order.advanceMs);
      return { fired: fired.map(({ name, at, answer }) => ({ name, at, ...outcome(answer) })) };
    }
    case 'timers/run': {
      const { name } = read(timerSchema, body);
      if (
        !timers()
          .list()
          .timers.some((timer) => timer.name === name)
      )
        throw new HttpRefusal(404, 'no such timer');
      return outcome(await timers().run(name));
    }
    case 'faults': {
      const { name, on } = read(faultSchema, body);
      faultSwitches.turn(name, on);
      return {};
    }
    case 'faults/clear':
      read(emptySchema, body);
      faultSwitches.clear();
      return {};
    case 'alarms/clear':
      read(emptySchema, body);
      journal.alarms.clear();
      return {};
    default:
      throw new HttpRefusal(404, 'not found');
  }
}

const outcome = (answer: FunctionAnswer) => ({
  ok: answer.ok,
  ms: answer.cost.ms,
  requestId: answer.requestID,
  ...(answer.ok ? {} : { error: outlineOf(answer.errMsg) }),
});

function read<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, body);
  if (!result.success) throw new HttpRefusal(400, result.issues[0].message);
  return result.output;
}
