/** The local cloud did not answer at all. */
export class Unreachable extends Error {}

async function ask(path, init) {
  let response;
  try {
    response = await fetch(`api/${path}`, init);
  } catch {
    throw new Unreachable();
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok)
    throw Object.assign(new Error(answer.message ?? `HTTP ${response.status}`), {
      status: response.status,
    });
  return answer;
}

export const get = (path) => ask(path);

export const post = (path, body = {}) =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
