import type { Sheet } from './canvas';

export type { Sheet } from './canvas';

/** Drawing in the preview: the browser's canvas, kept as a file. */
export function openSheet(id: string, width: number, height: number): Promise<Sheet | undefined> {
  const canvas = document.querySelector<HTMLCanvasElement>(`#${id} canvas, canvas#${id}`);
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return Promise.resolve(undefined);
  canvas.width = width;
  canvas.height = height;
  return Promise.resolve({
    context,
    loadImage: (source) =>
      new Promise((resolve, reject) => {
        const image = new Image();
        image.onload = () => resolve(image);
        image.onerror = () => reject(new Error('the picture cannot be read'));
        image.src = source;
      }),
    file: () => Promise.resolve(undefined),
    save: (name) => {
      const link = document.createElement('a');
      link.download = name;
      link.href = canvas.toDataURL('image/png');
      link.click();
      return Promise.resolve('saved' as const);
    },
  });
}
