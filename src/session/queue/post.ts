import type { InputOf } from '@contract';
import { errorMeanings, type ErrorCode } from '@contract/errors';
import { limits } from '@contract/limits';
import { dayMs } from '@rules/dates';
import { call } from '@/cloud/call';
import { serverNow } from '@/cloud/clock';
import { useHelpAnswers } from '@/cloud/help-answers';
import { sendVoice } from '@/cloud/send-voice';
import { transport } from '@/cloud/transport';
import { isOnDevice } from '../recorder';
import type { Entry, MessageEntry, ProxyEntry, VisitEntry, WarmEntry } from './entries';

/** What became of one try. */
export type Outcome =
  | 'arrived'
  /** Its recording or picture is not to be had any more. */
  | 'gone'
  /** It stays and is tried again; `overtaken`: what stands behind it need not wait. */
  | { waits: ErrorCode; overtaken?: boolean }
  | { refused: ErrorCode };

/** Remembers a file that is in the cloud: no minute of voice is sent a second time. */
type Change = (part: { file?: MessageEntry['file']; fileId?: string }) => void;

/** A later try can help although the answer was no. */
const passing: readonly ErrorCode[] = ['TOO_MANY', 'UNKNOWN_ACTION', 'NOT_UNDERSTOOD'];

const failed = (code: ErrorCode): Outcome =>
  errorMeanings[code].retry === 'same' || passing.includes(code)
    ? { waits: code }
    : { refused: code };

/** Sends one entry, under the id it was written with: what is repeated arrives once. */
export function post(entry: Entry, change: Change): Promise<Outcome> {
  if (entry.of === 'message') return postMessage(entry, change);
  if (entry.of === 'warm') return postWarm(entry, change);
  return entry.of === 'visit' ? postVisit(entry) : postProxy(entry);
}

/** What nothing has taken in time is deleted from the cloud: it has to go there once more. */
const isInCloud = ({ writtenAt }: Entry, fileId: string | undefined): boolean =>
  fileId !== undefined && serverNow() < writtenAt + limits.looseRecordingDays * dayMs;

/** A file goes before its message, under the same name at every try. */
async function postMessage(entry: MessageEntry, change: Change): Promise<Outcome> {
  let { file } = entry;
  if (file && !isInCloud(entry, file.fileId)) {
    if (!(await isOnDevice(file.path))) return 'gone';
    const noted = await call('school.noteFile', { threadId: entry.threadId, file: file.name });
    if (!noted.ok) return failed(noted.error.code);
    const fileId = await transport.upload(noted.data.path, file.path).catch(() => undefined);
    if (fileId === undefined) return { waits: 'OFFLINE' };
    file = { ...file, fileId };
    change({ file });
  }
  const content = contentOf({ ...entry, file });
  if (!content) return { refused: 'INVALID_INPUT' };
  const { threadId, audience, with: withMember, urgent, requestId } = entry;
  const input = { threadId, content, audience, with: withMember, urgent };
  const answer = await call('school.sendMessage', input, requestId);
  if (!answer.ok) return failed(answer.error.code);
  useHelpAnswers.getState().note(threadId, answer.data.help);
  return 'arrived';
}

function contentOf({
  kind,
  text,
  situation,
  face,
  file,
}: MessageEntry): InputOf<'school.sendMessage'>['content'] | undefined {
  if (kind === 'text') return text === undefined ? undefined : { kind, text };
  if (kind === 'face') return face === undefined ? undefined : { kind, face };
  if (kind === 'prepared') return text && situation ? { kind, situation, text } : undefined;
  const fileId = file?.fileId;
  if (fileId === undefined) return undefined;
  if (kind === 'picture') return { kind, picture: { fileId } };
  return { kind, voice: { fileId, seconds: file?.seconds ?? 1 } };
}

/** A recording is stored in the cloud before the words that go with it. */
async function postWarm(entry: WarmEntry, change: Change): Promise<Outcome> {
  const { requestId, action, input, recording } = entry;
  let { fileId } = entry;
  if (recording && !isInCloud(entry, fileId)) {
    if (!(await isOnDevice(recording.path))) return 'gone';
    fileId = await sendVoice(input.childId, recording, requestId);
    if (fileId === undefined) return { waits: 'OFFLINE', overtaken: true };
    change({ fileId });
  }
  const voice = recording && fileId && { voice: { fileId, seconds: recording.seconds } };
  const answer = await call(action, { ...input, ...voice }, requestId);
  if (!answer.ok) return failed(answer.error.code);
  if ('help' in answer.data) useHelpAnswers.getState().note(input.childId, answer.data.help);
  return 'arrived';
}

async function postVisit({ input, requestId }: VisitEntry): Promise<Outcome> {
  const answer = await call('director.noteVisit', input, requestId);
  return answer.ok ? 'arrived' : failed(answer.error.code);
}

async function postProxy({ input, requestId }: ProxyEntry): Promise<Outcome> {
  const answer = await call('family.addChildByProxy', input, requestId);
  return answer.ok ? 'arrived' : failed(answer.error.code);
}
