import type { DemoCloud } from './demo-cloud';
import type { CallFunction } from './wx-cloud';
import { createAudio, createRecorder } from './wx-media';
import { answer, WxFailure, type WxOptions } from './wx-options';

const folder = 'wxfile://usr';

interface PhoneOptions {
  /** Comes when the person has agreed to the microphone. */
  agreed?: () => Promise<unknown>;
  /** What the store of files answers to whoever loads one. */
  statusCode?: () => number;
  /** What lies in the mini program's own folder already. */
  files?: string[];
}

/** A phone whose files, players and microphone a test can look at; `wx` goes into `visit`. */
export function createPhone({ agreed, statusCode = () => 200, files: there }: PhoneOptions = {}) {
  const files = new Set((there ?? []).map((name) => `${folder}/${name}`));
  const players: ReturnType<typeof createAudio>[] = [];
  const recorder = createRecorder(
    { tempFilePath: 'wxfile://tmp/voice.mp3', duration: 3000 },
    agreed,
  );
  const missing = (path: string) => new WxFailure(`no such file or directory ${path}`);
  const system = {
    access: (options: WxOptions & { path: string }) =>
      answer('access', options, () => {
        if (!files.has(options.path)) throw missing(options.path);
      }),
    saveFileSync: (_from: string, to: string) => void files.add(to),
    unlink: (options: WxOptions & { filePath: string }) =>
      answer('unlink', options, () => {
        if (!files.delete(options.filePath)) throw missing(options.filePath);
      }),
    readdir: (options: WxOptions & { dirPath: string }) =>
      answer('readdir', options, () => ({ files: names() })),
  };
  const names = () => [...files].map((path) => path.slice(folder.length + 1)).sort();
  return {
    recorder,
    players,
    /** What is heard now. */
    heard: () => players.filter((player) => player.state() === 'playing').map(({ src }) => src),
    /** Names of what lies in the mini program's own folder. */
    names,
    wx: {
      env: { USER_DATA_PATH: folder },
      createInnerAudioContext: () => {
        const player = createAudio();
        players.push(player);
        return player;
      },
      getRecorderManager: () => recorder,
      getFileSystemManager: () => system,
      downloadFile: (options: WxOptions) =>
        answer('downloadFile', options, () => ({
          tempFilePath: 'wxfile://tmp/loaded',
          statusCode: statusCode(),
        })),
    },
  };
}

/** The cloud, which answers these actions otherwise. */
export function cloudThat(
  cloud: DemoCloud,
  openid: string,
  answers: Record<string, (input: Record<string, unknown>) => unknown>,
): CallFunction {
  const through = cloud.as(openid);
  return async (name, data) => {
    const { action, input } = data as { action: string; input: Record<string, unknown> };
    const given = answers[action];
    return given ? { ok: true, data: await given(input) } : through(name, data);
  };
}
