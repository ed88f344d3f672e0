import Taro from '@tarojs/taro';
import * as v from 'valibot';

/** A sheet to draw on and to keep. The preview has its own version (`canvas.h5.ts`). */
export interface Sheet {
  context: CanvasRenderingContext2D;
  loadImage(source: string): Promise<CanvasImageSource>;
  /** `denied`: the person does not let us write to the album. */
  save(name: string): Promise<'saved' | 'denied' | 'failed' | 'cancelled'>;
  /** The picture as a file, for a card that is shared; undefined where there is none. */
  file(): Promise<string | undefined>;
}

interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): CanvasRenderingContext2D;
  createImage(): { src: string; onload: () => void; onerror: () => void };
}

const isNode = (node: unknown): node is CanvasNode =>
  v.is(v.object({ getContext: v.function(), createImage: v.function() }), node);

/** The canvas `#id` of the page, in its own measure; undefined where WeChat has none. */
export async function openSheet(
  id: string,
  width: number,
  height: number,
): Promise<Sheet | undefined> {
  const node = await new Promise<unknown>((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true }, (found: { node?: unknown } | null) => resolve(found?.node))
      .exec();
  });
  if (!isNode(node)) return undefined;
  node.width = width;
  node.height = height;
  return {
    context: node.getContext('2d'),
    loadImage: (source) =>
      new Promise((resolve, reject) => {
        const image = node.createImage();
        image.onload = () => resolve(image as unknown as CanvasImageSource);
        image.onerror = () => reject(new Error('the picture cannot be read'));
        image.src = source;
      }),
    save: () => saveToAlbum(node, width, height),
    file: () => fileOf(node, width, height).catch(() => undefined),
  };
}

async function fileOf(node: CanvasNode, width: number, height: number): Promise<string> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: node as unknown as Taro.Canvas,
    destWidth: width,
    destHeight: height,
    fileType: 'png',
  });
  return tempFilePath;
}

async function saveToAlbum(node: CanvasNode, width: number, height: number) {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: await fileOf(node, width, height) });
    return 'saved';
  } catch (error) {
    const said = v.safeParse(v.object({ errMsg: v.string() }), error);
    const message = said.success ? said.output.errMsg : '';
    if (/auth|deny|denied|authorize/i.test(message)) return 'denied';
    return message.includes('cancel') ? 'cancelled' : 'failed';
  }
}
