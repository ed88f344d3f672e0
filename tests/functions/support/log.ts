/** What the functions wrote to their log, line by line, kept from the screen. */
export interface CapturedLog {
  lines: string[];
  stop(): void;
}

/** Catches the lines of platform/log; whatever else is printed goes its way. */
export function captureLog(): CapturedLog {
  const lines: string[] = [];
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    if (typeof chunk === 'string' && chunk.startsWith('{"action":')) {
      lines.push(chunk);
      return true;
    }
    return Reflect.apply(write, stdout, [chunk, ...rest]) as boolean;
  };
  return {
    lines,
    stop() {
      stdout.write = write;
    },
  };
}
