import * as v from 'valibot';
import { cloud } from './cloud';

const LinksSchema = v.object({
  fileList: v.array(v.object({ fileID: v.string(), tempFileURL: v.string(), status: v.number() })),
});

/** By which the SDK says that a file is not there (STORAGE_FILE_NONEXIST); others may pass. */
const notThere = -503003;

async function askLinks(fileIds: string[], seconds: number) {
  const answer: unknown = await cloud.getTempFileURL({
    fileList: fileIds.map((fileID) => ({ fileID, maxAge: seconds })),
  });
  return v.parse(LinksSchema, answer).fileList;
}

/** Links to files of cloud storage that stop working after `seconds`, by file id; what gives none is left out. */
export async function temporaryLinks(
  fileIds: string[],
  seconds: number,
): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map();
  const fileList = await askLinks(fileIds, seconds);
  return new Map(
    fileList.flatMap(({ fileID, tempFileURL }) =>
      tempFileURL === '' ? [] : [[fileID, tempFileURL] as const],
    ),
  );
}

/** A link to one file that stops working after `seconds`; undefined when there is none, mostly as it is gone. */
export async function temporaryLink(fileId: string, seconds: number): Promise<string | undefined> {
  return (await temporaryLinks([fileId], seconds)).get(fileId);
}

/** The same, for whoever acts on it: `gone` only when storage says so, not when it fails. */
export async function linkOrGone(
  fileId: string,
  seconds: number,
): Promise<{ url?: string; gone: boolean }> {
  const [one] = await askLinks([fileId], seconds);
  if (one?.status === 0 && one.tempFileURL !== '') return { url: one.tempFileURL, gone: false };
  return { gone: one?.status === notThere };
}

const ContentSchema = v.object({ fileContent: v.instance(Buffer) });

/** What is in a file of cloud storage; undefined when it is not there. */
export async function readFile(fileId: string): Promise<Buffer | undefined> {
  if ((await temporaryLink(fileId, 60)) === undefined) return undefined;
  const answer: unknown = await cloud.downloadFile({ fileID: fileId });
  return v.parse(ContentSchema, answer).fileContent;
}

/** Puts a file where no phone can change it, and answers its id. */
export async function storeFile(cloudPath: string, fileContent: Buffer): Promise<string> {
  const uploaded: unknown = await cloud.uploadFile({ cloudPath, fileContent });
  return v.parse(UploadedSchema, uploaded).fileID;
}

/** WeChat deletes at most so many in one request. */
const filesAtOnce = 50;

/** Deletes files of cloud storage; what is not there is no error. */
export async function deleteFiles(fileIds: string[]): Promise<void> {
  if (fileIds.length > 0) await cloud.deleteFile({ fileList: fileIds });
}

const UploadedSchema = v.object({ fileID: v.string() });

/**
 * Deletes files by their paths, which is all that is known of one whose upload was not reported. A
 * file's id holds the name of the storage as well, and only an upload tells it: an empty file does.
 */
export async function deletePaths(paths: string[]): Promise<void> {
  if (paths.length === 0) return;
  const cloudPath = 'system/where';
  const uploaded: unknown = await cloud.uploadFile({ cloudPath, fileContent: Buffer.alloc(0) });
  const { fileID } = v.parse(UploadedSchema, uploaded);
  const storage = fileID.slice(0, fileID.length - cloudPath.length);
  for (let at = 0; at < paths.length; at += filesAtOnce) {
    await deleteFiles(paths.slice(at, at + filesAtOnce).map((path) => storage + path));
  }
}
