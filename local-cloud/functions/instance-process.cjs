/**
 * One instance of a cloud function: a process of its own that loads the built function once and
 * answers one request after the other. Plain JavaScript, so that it starts without a transpiler.
 *
 * Messages in:  { event, context, identity, source, now }     (event as JSON)
 * Messages out: { ready: true } | { loadError } | { result } | { error }
 */
'use strict';

/** Everything that says who is calling; cleared before each request, so that nobody inherits an identity. */
let identityKeys = [];

function setIdentity(identity, source) {
  for (const key of identityKeys) delete process.env[key];
  identityKeys = Object.keys(identity);
  process.env.WX_CONTEXT_KEYS = identityKeys.join(',');
  Object.assign(process.env, identity);
  process.env.TCB_SOURCE = source;
}

/** A message takes a moment to arrive; that is not another time. */
const ON_THE_WAY_MS = 100;

/** Functions that shall see a moved clock add this to theirs; on WeChat Cloud the variable is absent. */
function setClock(now) {
  const offset = now - Date.now();
  if (Math.abs(offset) < ON_THE_WAY_MS) delete process.env.LOCAL_CLOUD_CLOCK_OFFSET_MS;
  else process.env.LOCAL_CLOUD_CLOCK_OFFSET_MS = String(Math.round(offset));
}

function describe(thrown) {
  return thrown instanceof Error ? thrown.stack || thrown.message : String(thrown);
}

let main;
try {
  main = require(process.argv[2]).main;
  if (typeof main !== 'function') throw new Error('index.js exports no main');
  process.send({ ready: true });
} catch (thrown) {
  process.send({ loadError: describe(thrown) }, () => process.exit(1));
}

process.on('message', async ({ event, context, identity, source, now }) => {
  setIdentity(identity, source);
  setClock(now);
  try {
    const result = JSON.stringify(await main(JSON.parse(event), context));
    process.send({ result: result === undefined ? 'null' : result });
  } catch (thrown) {
    process.send({ error: describe(thrown) });
  }
});

// The parent is gone: nothing to live for.
process.on('disconnect', () => process.exit(0));
