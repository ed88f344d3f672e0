/**
 * Whether this is a demonstration with made-up people. The preview's local cloud says so in the
 * functions' environment; a deployment never does, so that what is only for trying out stays off.
 */
export function isDemonstration(): boolean {
  return process.env.XINQIAO_DEMONSTRATION === 'yes';
}
