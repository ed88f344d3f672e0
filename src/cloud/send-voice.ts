import { call } from './call';
import { newRequestId } from './request-id';
import { transport } from './transport';

/**
 * Stores a recording; answers its file id, or undefined when it did not get through. It is noted
 * first: should the answer be lost, or nothing come of it, it is found again and deleted.
 */
export async function sendVoice(
  childId: string,
  { path, format }: { path: string; format: string },
  name = newRequestId(),
): Promise<string | undefined> {
  const file = `${name}.${format}`;
  const noted = await call('account.noteRecording', { childId, file });
  if (!noted.ok) return undefined;
  return transport.upload(noted.data.path, path).catch(() => undefined);
}
