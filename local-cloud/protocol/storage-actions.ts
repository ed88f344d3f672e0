/** The storage half of the protocol. */
import type { Action } from './context';
import * as schemas from './schemas';

const DEFAULT_MAX_AGE = 86400; // seconds, as observed

export const storageActions: Record<string, Action> = {
  'storage.getUploadMetadata': (raw, { services }) => {
    const { path } = schemas.read(schemas.getUploadMetadata, raw);
    const { url, authorization, fileId } = services.files.permitUpload(path);
    return {
      data: {
        url,
        token: 'local',
        authorization,
        fileId,
        cosFileId: Buffer.from(fileId).toString('base64'),
      },
    };
  },

  'storage.batchGetDownloadUrl': (raw, { services }) => {
    const { file_list: list } = schemas.read(schemas.batchGetDownloadUrl, raw);
    const links = list.map(({ fileid, max_age: maxAge = DEFAULT_MAX_AGE }) => {
      const url = services.files.link(fileid, maxAge);
      if (url === null) return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' };
      return {
        code: 'SUCCESS',
        fileid,
        fileID: fileid,
        download_url: url,
        tempFileURL: url,
        maxAge,
      };
    });
    return { data: { download_list: links } };
  },

  'storage.batchDeleteFile': (raw, { services }) => {
    const { fileid_list: list } = schemas.read(schemas.batchDeleteFile, raw);
    return {
      data: {
        delete_list: list.map((fileID) => ({
          fileID,
          code: services.files.remove(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
        })),
      },
    };
  },
};
