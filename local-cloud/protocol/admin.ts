/** One request of the SDK: find its action, run it, answer as WeChat Cloud does (errors are HTTP 200 too). */
import { CloudError, invalidParam, textOf } from '../errors';
import { newId } from '../database/ids';
import type { Action, Cost, Services } from './context';
import { databaseActions } from './database-actions';
import { functionActions } from './function-actions';
import * as schemas from './schemas';
import { storageActions } from './storage-actions';

const actions = new Map<string, Action>(
  Object.entries({ ...databaseActions, ...functionActions, ...storageActions }),
);

export interface AdminAnswer {
  action: string;
  body: string;
  cost: Cost;
  /** The code of the error, if it is one. */
  code: string | null;
}

/** Answers one JSON body. Unknown actions are refused with INVALID_PARAM; nothing is thrown. */
export async function answerAdmin(
  text: string,
  services: Services,
  source: string,
  log: (line: Record<string, unknown>) => void,
): Promise<AdminAnswer> {
  const requestId = newId();
  const cost: Cost = { examined: 0, returned: 0 };
  let action = 'unknown';
  let body: unknown;
  try {
    body = parse(text);
    action = schemas.read(schemas.envelope, body).action;
    const handle = actions.get(action);
    if (!handle) throw invalidParam(`local cloud: action ${action} is not implemented`);
    const answer = await handle(body, { services, cost, source });
    return { action, body: JSON.stringify({ ...answer, requestId }), cost, code: null };
  } catch (thrown) {
    // Every failing step ends its transaction, also one that was refused before it was begun.
    services.store.abandon(schemas.transactionOf(body));
    const code = thrown instanceof CloudError ? thrown.code : 'SYS_ERR';
    if (code === 'SYS_ERR')
      log({
        event: 'fault',
        action,
        requestId,
        error: thrown instanceof Error ? (thrown.stack ?? thrown.message) : textOf(thrown),
      });
    else log({ event: 'refused', action, requestId, code, error: textOf(thrown) });
    return {
      action,
      body: JSON.stringify({ code, message: textOf(thrown), requestId }),
      cost,
      code,
    };
  }
}

/** The action that a body names, for counting; the body itself is checked when it is answered. */
export function actionOf(text: string): string {
  try {
    return schemas.read(schemas.envelope, JSON.parse(text)).action;
  } catch {
    return 'unknown';
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw invalidParam(`not JSON: ${textOf(thrown)}`);
  }
}
