/** The harness for the built mini program; see harness.test.ts for how to use it. */
export { callThrough } from './bridge';
export { createMiniProgram, type MiniProgram, type MiniProgramOptions } from './mini-program';
export { Page } from './page';
export { settle, waitFor } from './time';
export { WxFailure } from './wx-options';
