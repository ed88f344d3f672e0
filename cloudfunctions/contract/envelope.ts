import * as v from 'valibot';
import { errorCodes, type ErrorCode } from './errors';
import { RequestIdSchema } from './shapes';

/** What the client sends: `{ action, input, requestId }`. WeChat adds fields of its own beside them. */
export const RequestSchema = v.object({
  action: v.string(),
  input: v.unknown(),
  requestId: RequestIdSchema,
});
export type Request = v.InferOutput<typeof RequestSchema>;

export interface Failure {
  code: ErrorCode;
  message: string;
  retry: 'never' | 'same';
}
export type Answer<Data> = { ok: true; data: Data } | { ok: false; error: Failure };

/** The envelope of every answer; `data` is parsed by the action's own schema afterwards. */
export const AnswerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.unknown() }),
  v.object({
    ok: v.literal(false),
    error: v.object({
      code: v.picklist(errorCodes),
      message: v.string(),
      retry: v.picklist(['never', 'same']),
    }),
  }),
]);
