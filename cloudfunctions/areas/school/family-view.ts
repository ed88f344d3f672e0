import type { Reaction } from '@contract/acknowledging';
import type { FamilyAnnouncement } from '@contract/announcements';
import { keysOfChild } from '@rules/announcements';
import { openChoice, viewAnnouncement } from '../../platform/announcement-document';
import type { Caller } from '../../platform/caller';
import type { AnnouncementDocument, ReactionDocument } from '../../platform/collections';

/**
 * The caller's own children and what may be announced to each, from the caller's own list: what is
 * announced is about no child. Whom somebody acts for as a proxy is told in person.
 */
export function ownPlaces({ person }: Caller) {
  const own = person?.children.filter(({ proxy }) => !proxy) ?? [];
  return own.map((child) => ({ childId: child.id, keys: keysOfChild(child) }));
}

export function viewReaction(
  childId: string,
  reaction: ReactionDocument | undefined,
  openid: string,
): Reaction {
  return {
    childId,
    done: reaction?.done ?? false,
    mine: reaction?.seen.some((one) => one.openid === openid) ?? false,
    by: reaction?.seen.map(({ relation }) => relation) ?? [],
    choice: reaction && openChoice(reaction),
    inPerson: reaction?.inPerson ?? false,
  };
}

/** An announcement with what each of the caller's children it is for has come to. */
export function viewForFamily(
  announcement: AnnouncementDocument,
  reactions: readonly ReactionDocument[],
  caller: Caller,
): FamilyAnnouncement {
  const isOf = (childId: string) => (one: ReactionDocument) =>
    one.announcementId === announcement._id && one.childId === childId;
  return {
    ...viewAnnouncement(announcement),
    reactions: ownPlaces(caller)
      .filter(({ keys }) => keys.includes(announcement.key))
      .map(({ childId }) => viewReaction(childId, reactions.find(isOf(childId)), caller.openid)),
  };
}
