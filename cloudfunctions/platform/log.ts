/** What a log line may hold: names of actions, codes, counts and times. Never what a person wrote. */
export type LogLine = Record<string, string | number | boolean | undefined>;

/** One line of JSON, as WeChat Cloud's log search reads it. */
export function log(line: LogLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/**
 * A fault of ours as a log may hold it: the kind of error and where, never its message, which may
 * quote a document.
 */
export function faultOf(error: unknown): LogLine {
  const kind = error instanceof Error ? error.name : typeof error;
  // A message may have several lines, which stand in the stack as well: only the frames are taken.
  const stack = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  const where = stack.filter((line) => /^\s*at .+:\d+:\d+\)?$/.test(line)).slice(0, 3);
  return { kind, where: where.map((line) => line.trim().replace(/\(.*[\\/]/, '(')).join(' < ') };
}
