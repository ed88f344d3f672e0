import { useState } from 'react';
import type { Failure, InputOf } from '@contract';
import { errorMeanings } from '@contract/errors';
import { call } from '@/cloud/call';
import { transport } from '@/cloud/transport';
import { useWrite } from '@/cloud/use-write';
import { announcement as words } from '@/wording/announcement';
import { useAnnounceDraft, type DraftPicture } from './announce-draft';

const offline: Failure = { code: 'OFFLINE', ...errorMeanings.OFFLINE };

/**
 * Sends the announcement that is being written: its pictures one after another, then itself. What is
 * in the cloud already is not sent a second time.
 */
export function useAnnouncing() {
  const { draft, change } = useAnnounceDraft();
  const { busy, failed, write } = useWrite();
  const [sending, setSending] = useState(false);
  const [stopped, setStopped] = useState<string>();

  /** Answers their file ids; undefined when one did not get through. */
  async function store(): Promise<{ fileId: string }[] | undefined> {
    const pictures: DraftPicture[] = [...draft.pictures];
    for (const [at, picture] of pictures.entries()) {
      if (picture.fileId !== undefined) continue;
      const noted = await call('school.noteAnnouncementPicture', { file: picture.name });
      const fileId = noted.ok
        ? await transport.upload(noted.data.path, picture.path).catch(() => undefined)
        : undefined;
      if (fileId === undefined) {
        const online = await transport.isOnline().catch(() => true);
        // What was only lent to the page may be gone by now: WeChat clears it away.
        if (noted.ok) setStopped(online ? words.pictureGone(at + 1) : offline.message);
        else setStopped(noted.error.message);
        return undefined;
      }
      pictures[at] = { ...picture, fileId };
      change({ pictures: [...pictures] });
    }
    return pictures.flatMap(({ fileId }) => (fileId === undefined ? [] : [{ fileId }]));
  }

  /** Answers whether it is out. */
  async function announce(
    about: Omit<InputOf<'school.announce'>, 'pictures' | 'guideId'>,
  ): Promise<boolean> {
    setStopped(undefined);
    setSending(true);
    const pictures = await store();
    setSending(false);
    if (!pictures) return false;
    const answer = await write('school.announce', {
      ...about,
      ...(pictures.length > 0 && { pictures }),
      ...(draft.guide && { guideId: draft.guide.id }),
    });
    return answer.ok;
  }
  return { busy: busy || sending, failed: stopped ?? failed, announce };
}
