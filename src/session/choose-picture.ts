import Taro from '@tarojs/taro';
import * as v from 'valibot';

const ChosenSchema = v.object({
  tempFiles: v.tuple([v.object({ tempFilePath: v.string() })]),
});
const endings = ['jpg', 'jpeg', 'png', 'webp'] as const;

export interface Picture {
  path: string;
  format: (typeof endings)[number];
}

/**
 * A picture of a thing, made small by WeChat itself; undefined when nobody chose one. It is kept on
 * the device, where WeChat clears what is only temporary.
 */
export async function choosePicture(): Promise<Picture | undefined> {
  const chosen: unknown = await Taro.chooseMedia({
    count: 1,
    mediaType: ['image'],
    sizeType: ['compressed'],
  }).catch(() => undefined);
  const read = v.safeParse(ChosenSchema, chosen);
  if (!read.success) return undefined;
  const { tempFilePath } = read.output.tempFiles[0];
  const format =
    endings.find((ending) => tempFilePath.toLowerCase().endsWith(`.${ending}`)) ?? 'jpg';
  return { path: keep(tempFilePath, format), format };
}

function keep(tempFilePath: string, format: string): string {
  const folder = Taro.env.USER_DATA_PATH;
  if (!folder) return tempFilePath;
  const path = `${folder}/picture-${Date.now()}.${format}`;
  try {
    Taro.getFileSystemManager().saveFileSync(tempFilePath, path);
    return path;
  } catch {
    return tempFilePath; // no room: it lasts as long as the app is open
  }
}
