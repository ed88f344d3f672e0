/** What the H5 preview uses in place of `wx.cloud`: calling functions, uploading files. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError } from '../errors';
import type { Runtime } from '../functions/runtime';
import { MAX_FILE_BYTES, type Files } from '../storage/files';
import { readBody } from './body';
import { HttpRefusal, openidOf } from './guard';
import { sendJson } from './reply';

const MAX_CALL_BYTES = 1.5 * 2 ** 20;

/** `POST /call/{function}`: answers as `wx.cloud.callFunction` would. */
export async function callRoute(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  runtime: Runtime,
): Promise<void> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new HttpRefusal(415, 'the content type must be application/json');
  const openid = openidOf(request);
  const text = (await readBody(request, MAX_CALL_BYTES)).toString();
  let event: unknown;
  try {
    event = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new HttpRefusal(400, 'the body is not JSON');
  }
  const answer = await runtime.call(name, event, { openid, source: 'wx_client' });
  // A phone whose request or answer was lost sees no answer, not one that says so.
  if (!answer.ok && answer.errMsg.startsWith('request:fail')) return void response.destroy();
  if (!answer.ok)
    return sendJson(
      response,
      JSON.stringify({
        errCode: answer.errCode,
        errMsg: `cloud.callFunction:fail ${answer.errMsg}`,
        requestID: answer.requestID,
      }),
    );
  sendJson(
    response,
    `{"errMsg":"cloud.callFunction:ok","result":${answer.resultJson},"requestID":"${answer.requestID}"}`,
  );
}

/** `PUT /upload/{cloud path}`: answers as `wx.cloud.uploadFile` would. */
export async function uploadRoute(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  files: Files,
): Promise<void> {
  openidOf(request);
  sendJson(
    response,
    JSON.stringify({
      errMsg: 'cloud.uploadFile:ok',
      statusCode: 204,
      fileID: store(files, path, await readBody(request, MAX_FILE_BYTES)),
    }),
  );
}

/** `PUT /cos/{cloud path}`: where the SDK in a function uploads to, after storage.getUploadMetadata. */
export async function cosRoute(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  files: Files,
): Promise<void> {
  if (!files.mayUpload(path, String(request.headers.authorization ?? '')))
    throw new HttpRefusal(403, 'no permission to upload');
  store(files, path, await readBody(request, MAX_FILE_BYTES));
  response.writeHead(200).end();
}

function store(files: Files, path: string, content: Buffer): string {
  try {
    return files.put(path, content);
  } catch (thrown) {
    if (thrown instanceof CloudError) throw new HttpRefusal(400, thrown.message);
    throw thrown;
  }
}
