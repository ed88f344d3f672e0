import Taro from '@tarojs/taro';

/** A text file from a chat with oneself: WeChat has no other way to files. Undefined: none was chosen. */
export async function chooseFile(): Promise<string | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      ...{ count: 1, type: 'file', extension: ['json'] },
    });
    const [file] = tempFiles;
    if (!file) return undefined;
    const text = Taro.getFileSystemManager().readFileSync(file.path, 'utf8');
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined; // closed without choosing
  }
}
