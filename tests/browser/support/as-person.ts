import type { ActionName, InputOf, OutputOf } from '@contract';

let asked = 0;

/** Asks an action as a person, outside of any phone: for arranging, and for looking afterwards. */
export async function askAs<Name extends ActionName>(
  url: string,
  openid: string,
  action: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  asked += 1;
  const requestId = `browser-${String(asked).padStart(8, '0')}`;
  const response = await fetch(`${url}/call/app`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify({ action, input, requestId }),
  });
  const { result } = (await response.json()) as {
    result: { ok: true; data: OutputOf<Name> } | { ok: false; error: { code: string } };
  };
  if (!result.ok) throw new Error(`${action}: ${result.error.code}`);
  return result.data;
}
