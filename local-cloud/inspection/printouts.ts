/** What the instances of functions have printed last. */
import * as v from 'valibot';

const MOST_LINES = 60;
const MOST_INSTANCES = 40;
const LONGEST_LINE = 2000;

export interface PrintedLine {
  at: number;
  stream: 'stdout' | 'stderr';
  line: string;
  requestId: string;
}

const outputSchema = v.object({
  event: v.literal('output'),
  instance: v.string(),
  requestId: v.nullable(v.string()),
  stream: v.picklist(['stdout', 'stderr']),
  line: v.string(),
});

export class Printouts {
  private readonly byInstance = new Map<string, PrintedLine[]>();
  private readonly lastCall = new Map<string, string>();

  /** Keeps a log line when it is one that an instance has printed, and gives it back. */
  read(logged: Record<string, unknown>, at: number): PrintedLine | null {
    const output = v.safeParse(outputSchema, logged);
    if (!output.success) return null;
    const { instance, requestId, stream, line } = output.output;
    const known = this.byInstance.get(instance);
    const lines = known ?? [];
    if (!known) this.byInstance.set(instance, lines);
    const printed: PrintedLine = {
      at,
      stream,
      line: line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line,
      // The last lines of a call often arrive after its answer.
      requestId: requestId ?? this.lastCall.get(instance) ?? '',
    };
    lines.push(printed);
    if (lines.length > MOST_LINES) lines.shift();
    for (const key of this.byInstance.keys()) {
      if (this.byInstance.size <= MOST_INSTANCES) break;
      this.byInstance.delete(key);
      this.lastCall.delete(key);
    }
    return printed;
  }

  /** An instance takes a call: what it prints from now on belongs to that one. */
  begin(instance: string, requestId: string): void {
    this.lastCall.set(instance, requestId);
  }

  of(instance: string): PrintedLine[] {
    return this.byInstance.get(instance) ?? [];
  }
}
