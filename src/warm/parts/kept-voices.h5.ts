import { transport } from '@/cloud/transport';

/** The preview's shelf: the browser's own store of files. */
const open = () => caches.open(`${transport.storagePrefix}kept-voices`);

export async function keptVoice(id: string): Promise<string | undefined> {
  const found = await (await open()).match(`/kept/${id}`).catch(() => undefined);
  return found ? URL.createObjectURL(await found.blob()) : undefined;
}

export async function keepVoice(id: string, url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url);
    if (!answer.ok) return undefined;
    await (await open()).put(`/kept/${id}`, answer.clone());
    return URL.createObjectURL(await answer.blob());
  } catch {
    return undefined;
  }
}

export function dropVoice(id: string): void {
  void open()
    .then((shelf) => shelf.delete(`/kept/${id}`))
    .catch(() => undefined);
}
