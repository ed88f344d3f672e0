/** One function calls another. */
import { CloudError, invalidParam, textOf } from '../errors';
import type { Action } from './context';
import * as schemas from './schemas';

export const functionActions: Record<string, Action> = {
  'functions.invokeFunction': async (raw, request) => {
    const body = schemas.read(schemas.invokeFunction, raw);
    let event: unknown = {};
    try {
      if (body.request_data) event = JSON.parse(body.request_data);
    } catch (thrown) {
      throw invalidParam(`request_data: ${textOf(thrown)}`);
    }
    const answer = await request.services.invoke(body.function_name, event, request.source);
    if (!answer.ok) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', answer.errMsg);
    return { data: { response_data: answer.resultJson } };
  },
};
