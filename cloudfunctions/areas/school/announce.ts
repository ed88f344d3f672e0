import type { InputOf } from '@contract';
import { limits } from '@contract/limits';
import { keyOfTarget, targetsOfPost } from '@rules/announcements';
import { dayMs } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { announcers } from '../../platform/allow';
import { checkedText, sealDetails, viewSent } from '../../platform/announcement-document';
import { raiseAlert } from '../../platform/alerts';
import type { Caller } from '../../platform/caller';
import { callerName } from '../../platform/caller-name';
import { announcementCause } from '../../platform/checked-announcement';
import { announcements, type AnnouncementDocument } from '../../platform/collections';
import { checkText, expectCheck, isFlagged, startMediaCheck } from '../../platform/content-check';
import { ActionError } from '../../platform/errors';
import { readGuide } from '../../platform/read-guide';
import { checkFile, filePath } from '../../platform/voice-folder';

/** Where the caller may announce, by all their posts. */
export const ownTargets = ({ person }: Caller) => (person?.posts ?? []).flatMap(targetsOfPost);

/**
 * One document, whoever it is for. Families find it by where their children are; the job fills the
 * inboxes (tell-announcements.ts). Text and pictures are checked now, also when it is to appear later.
 */
export const announce = defineAction('school.announce', {
  allow: announcers,
  mostPerHour: 20,
  async handle({ caller, database, now, newId, once }, input) {
    const { target, kind, whom, text, choices, guideId } = input;
    const key = keyOfTarget(target);
    const isOwn = ownTargets(caller).some((one) => keyOfTarget(one) === key);
    if (!isOwn) throw new ActionError('FORBIDDEN');
    const at = whenOf(input, now);
    const pictures = (input.pictures ?? []).map(({ fileId }) => fileId);
    for (const fileId of pictures) checkFile(caller.openid, fileId);
    const guide = guideId === undefined ? undefined : await readGuide(database, guideId, now);
    const verdict = await checkText(caller.openid, checkedText({ text, choices }));
    const held = isFlagged(verdict);
    const _id = newId('n');
    const wanted = { thing: 'announcement' as const, ref: _id, openid: caller.openid, now };
    const media = pictures.map((fileId, number) => ({
      ...{ ...wanted, part: 'picture' as const, fileId, number },
    }));
    const sent = await once(async (transaction) => {
      const document: AnnouncementDocument = {
        ...{ _id, target, key, kind, whom, by: caller.openid, at },
        details: sealDetails(_id, {
          ...{ text, choices, from: callerName(caller) ?? '' },
          guide: guide && { id: guide.id, title: guide.title },
          pictures,
        }),
        files: pictures.map(filePath),
        ...{
          choices: choices.length,
          withdrawnAt: null,
          held,
          heldParts: held ? ['text'] : [],
          tellAt: held ? null : at,
        },
        ...{ round: 1, remindedAt: null, after: null, children: 0, inPerson: 0 },
      };
      await transaction.add(announcements, document);
      if (verdict === 'unchecked') await expectCheck(transaction, { ...wanted, part: 'text' });
      for (const one of media) await expectCheck(transaction, one);
      if (held) {
        const cause = await announcementCause(transaction, document, null, now);
        const flagged = { reason: 'contentCheck' as const, level: 'S2' as const };
        await raiseAlert(transaction, { ...cause, ...flagged, fresh: true });
      }
      return viewSent(document, caller.openid);
    });
    // Asked again, the first answer names another document than this try would have written.
    if (sent.id === _id) await Promise.all(media.map((one) => startMediaCheck(database, one)));
    return sent;
  },
});

/** A phone whose clock is behind means now. */
function whenOf({ at = 0 }: InputOf<'school.announce'>, now: number): number {
  if (at > now + limits.announceAheadDays * dayMs) throw new ActionError('INVALID_INPUT');
  return Math.max(at, now);
}
