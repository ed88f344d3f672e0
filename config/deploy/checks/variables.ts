import type { Findings } from '../../check-weapp/findings';
import { variables } from '../variables';

/** A value that is set must be right; those that are missing are answered by name. */
export function checkVariables(
  values: Record<string, string>,
  readByFunctions: string[],
  findings: Findings,
): string[] {
  for (const { name, fault } of variables) {
    const value = values[name];
    const wrong = value === undefined ? undefined : fault?.(value);
    findings.require(wrong === undefined, `${name}: ${wrong ?? ''}`);
  }
  const known = new Set(variables.map(({ name }) => name));
  for (const name of readByFunctions) {
    findings.advise(known.has(name), `${name} is read by a function: describe it in variables.ts`);
  }
  return variables
    .filter(({ name, required }) => required && values[name] === undefined)
    .map(({ name }) => name);
}
