import Taro from '@tarojs/taro';
import * as v from 'valibot';

/**
 * How a request reaches the backend inside WeChat. The browser preview has its own
 * (`transport.h5.ts`), which Taro's build puts in this one's place; the mini program contains only
 * this one.
 */
export interface Transport {
  /** Prepares the cloud; once, when the app starts. */
  start(): void;
  /** Sends one request to the `app` function and resolves with its raw answer. */
  send(data: object): Promise<unknown>;
  /** Stores a local file under a cloud path and resolves with its file id. */
  upload(cloudPath: string, filePath: string): Promise<string>;
  isOnline(): Promise<boolean>;
  /** Tells when there is network again. */
  onOnline(listener: () => void): void;
  /** Keeps the stored things of two people on one device apart. Inside WeChat there is only one. */
  storagePrefix: string;
}

const ResultSchema = v.object({ result: v.unknown() });

export const transport: Transport = {
  storagePrefix: '',
  start() {
    // Without an id WeChat takes the environment that was made first; name one in production.
    const environment = process.env.TARO_APP_CLOUD_ENV;
    Taro.cloud.init(environment ? { env: environment } : {});
  },
  async send(data) {
    const answer: unknown = await Taro.cloud.callFunction({ name: 'app', data });
    return v.parse(ResultSchema, answer).result;
  },
  async upload(cloudPath, filePath) {
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath });
    return fileID;
  },
  async isOnline() {
    const { networkType } = await Taro.getNetworkType();
    return networkType !== 'none';
  },
  onOnline(listener) {
    Taro.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) listener();
    });
  },
};
