/** Files of sound in the preview: the browser's own store, which a closed window does not empty. */
const store = () => caches.open('sounds');
const keyOf = (id: string) => `/kept-sound/${id}`;

export async function loadFile(id: string, url: string): Promise<boolean> {
  try {
    const answer = await fetch(url);
    if (!answer.ok) return false;
    await (await store()).put(keyOf(id), answer);
    return true;
  } catch {
    return false;
  }
}

export async function openFile(id: string): Promise<string | undefined> {
  const found = await (await store()).match(keyOf(id)).catch(() => undefined);
  return found && URL.createObjectURL(await found.blob());
}

export function dropFile(id: string): void {
  void store()
    .then((kept) => kept.delete(keyOf(id)))
    .catch(() => undefined);
}

export function isOnWifi(): Promise<boolean> {
  return Promise.resolve(navigator.onLine);
}
