import { answerLater, WxFailure, type WxOptions } from './wx-options';

/** The other end of `wx.cloud.callFunction`, for instance the local cloud. */
export type CallFunction = (name: string, data: unknown) => Promise<unknown>;

/** Takes an uploaded file and gives its fileID. */
export type UploadFile = (cloudPath: string, filePath: string) => Promise<string>;

/** A call that the mini program made. */
export interface RecordedCall {
  name: string;
  data: unknown;
}

/** What `wx.cloud` needs of the rest of the harness. */
export interface CloudOptions {
  callFunction: CallFunction;
  uploadFile: UploadFile;
  isOffline: () => boolean;
  calls: RecordedCall[];
}

const copy = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);

/** `wx.cloud`. What crosses it is copied through JSON, as on the wire. */
export function createCloud(options: CloudOptions) {
  let initialised = false;
  const online = () => {
    if (!initialised)
      throw new WxFailure('Cloud API isn’t enabled, please call wx.cloud.init first');
    // WeChat's wording without a network; assumed, to be compared on a real phone.
    if (options.isOffline()) throw new WxFailure('Error: request:fail', { errCode: -1 });
  };
  return {
    init() {
      initialised = true;
    },
    callFunction(call: WxOptions & { name: string; data?: unknown }) {
      return answerLater('cloud.callFunction', call, async () => {
        online();
        const data = copy(call.data);
        options.calls.push({ name: call.name, data });
        try {
          return {
            result: copy(await options.callFunction(call.name, data)),
            requestID: 'harness',
          };
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          throw new WxFailure(
            `Error: errCode: -504002 functions execute fail | errMsg: ${reason}`,
            { errCode: -504002 },
          );
        }
      });
    },
    uploadFile(upload: WxOptions & { cloudPath: string; filePath: string }) {
      return answerLater('cloud.uploadFile', upload, async () => {
        online();
        return {
          fileID: await options.uploadFile(upload.cloudPath, upload.filePath),
          statusCode: 204,
        };
      });
    },
    getTempFileURL(request: WxOptions & { fileList: string[] }) {
      return answerLater('cloud.getTempFileURL', request, () => {
        online();
        return Promise.resolve({
          fileList: request.fileList.map((fileID) => ({ fileID, tempFileURL: fileID, status: 0 })),
        });
      });
    },
  };
}
