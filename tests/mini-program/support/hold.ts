import type { ActionName } from '@contract';
import type { CallFunction } from './wx-cloud';

/** A network on which the answers to one action stay away until they are let go. */
export function holdBack(through: CallFunction, action: ActionName) {
  let letGo: () => void = () => undefined;
  const free = new Promise<void>((resolve) => (letGo = resolve));
  let done = 0;
  const callFunction: CallFunction = async (name, data) => {
    const answer = await through(name, data);
    if ((data as { action: string }).action === action) {
      done += 1;
      await free;
    }
    return answer;
  };
  return {
    callFunction,
    letGo,
    /** How many of them the cloud has carried out. */
    done: () => done,
  };
}

/** A network on which the answers to one action are lost until `found`. */
export function loseAnswers(through: CallFunction, action: ActionName) {
  let losing = true;
  const sent: { requestId: string; input: unknown }[] = [];
  const callFunction: CallFunction = async (name, data) => {
    const answer = await through(name, data);
    const request = data as { action: string; requestId: string; input: unknown };
    if (request.action !== action) return answer;
    sent.push({ requestId: request.requestId, input: request.input });
    if (losing) throw new Error('lost on the way back');
    return answer;
  };
  return { callFunction, sent, found: () => void (losing = false) };
}
