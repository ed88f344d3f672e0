/** `npm run build:h5`: the browser preview, if its sources have changed since the last time. */
import { buildPreview } from './commands/build-preview';

// Under Jest it is `test`, and Taro would build for development.
process.env.NODE_ENV = 'production';

buildPreview().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
