/**
 * Loaded into a function's process ahead of everything else (NODE_OPTIONS=--require), to kill it in
 * the middle of its work as a machine that fails does. Armed by a file that holds `{"at": n, "when":
 * "before" | "after"}`: the process ends itself before its n-th request to the cloud leaves, or as
 * soon as the answer to it is there. The file is removed when it takes effect, so that one process
 * dies and its successor lives.
 */
'use strict';

const fs = require('node:fs');
const http = require('node:http');

const file = process.env.XINQIAO_TEST_CRASH_FILE;
const { request } = http;
let order = null;
let made = 0;

function die() {
  fs.rmSync(file, { force: true });
  process.kill(process.pid, 'SIGKILL');
}

http.request = function crashing(...args) {
  if (!order && fs.existsSync(file)) order = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (!order) return request.apply(http, args);
  made += 1;
  if (made === order.at && order.when === 'before') die();
  const sent = request.apply(http, args);
  if (made === order.at) sent.prependOnceListener('response', die);
  return sent;
};
