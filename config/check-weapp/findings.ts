/** What a check has found: errors fail the gate, warnings are only shown. */
export class Findings {
  readonly errors: string[] = [];
  readonly warnings: string[] = [];

  /** Notes an error unless the condition holds. */
  require(condition: boolean, message: string): void {
    if (!condition) this.errors.push(message);
  }

  /** Notes a warning unless the condition holds. */
  advise(condition: boolean, message: string): void {
    if (!condition) this.warnings.push(message);
  }
}
