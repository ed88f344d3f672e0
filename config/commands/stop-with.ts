import type { LocalCloud } from '../../local-cloud';

/** Ctrl-C and `kill` close functions, server and data file before the process ends. */
export function stopWith(cloud: LocalCloud): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void cloud.close().finally(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
