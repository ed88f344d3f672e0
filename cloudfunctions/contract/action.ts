import type * as v from 'valibot';

/** What both sides agree on about one action. */
export interface ActionContract<
  Input extends v.GenericSchema = v.GenericSchema,
  Output extends v.GenericSchema = v.GenericSchema,
> {
  /** One sentence for the action reference. */
  summary: string;
  /**
   * `read` changes nothing. `write` is done once for a requestId, whatever the network does.
   * `repeatable` changes something, and doing it twice is the same as doing it once.
   */
  effect: 'read' | 'write' | 'repeatable';
  input: Input;
  output: Output;
}

/** Keeps the exact schema types of a contract. */
export function contractOf<Input extends v.GenericSchema, Output extends v.GenericSchema>(
  contract: ActionContract<Input, Output>,
): ActionContract<Input, Output> {
  return contract;
}
