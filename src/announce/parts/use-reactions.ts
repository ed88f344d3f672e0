import { useEffect, useState } from 'react';
import type { FamilyAnnouncement } from '@contract/announcements';
import type { Reaction } from '@contract/acknowledging';
import { errorMeanings } from '@contract/errors';
import { addWarm, announcementOf, useQueue, useWaiting } from '@/session/queue';

/** How a child's family has reacted, and what this phone still has to tell the school. */
export interface Reacted extends Reaction {
  /** It lies on the phone and goes out by itself. */
  waiting: boolean;
  /** Why the school could not be told. */
  refused: string | undefined;
}

/**
 * A tap counts at once and goes out when there is network (session/queue); what the family has
 * said on this phone stands above what the server knew before.
 */
export function useReactions(about: FamilyAnnouncement): {
  reactions: Reacted[];
  react: (childId: string, choice?: number) => void;
} {
  const entries = useWaiting('warm');
  const remove = useQueue((queue) => queue.remove);
  /** Sent meanwhile, until the page is read again. */
  const [said, setSaid] = useState<Record<string, { choice: number | undefined }>>({});
  const ofThis = entries.filter((entry) => announcementOf(entry)?.announcementId === about.id);

  function react(childId: string, choice?: number) {
    for (const { requestId, refused, input } of ofThis) {
      if (refused !== undefined && input.childId === childId) remove(requestId);
    }
    setSaid({ ...said, [childId]: { choice } });
    addWarm('school.acknowledge', { announcementId: about.id, childId, choice });
  }

  const reactions = about.reactions.map((before): Reacted => {
    const own = ofThis.filter(({ input }) => input.childId === before.childId).at(-1);
    const code = own?.refused;
    const now = own ? announcementOf(own) : said[before.childId];
    const mine = now !== undefined && code === undefined;
    return {
      ...before,
      ...(mine && { mine, choice: now.choice ?? before.choice }),
      waiting: own !== undefined && code === undefined,
      refused: code && errorMeanings[code].message,
    };
  });
  return { reactions, react };
}

/** What is only to be read is done by opening it; without network that is told later as well. */
export function useSeen(about: FamilyAnnouncement): void {
  const { reactions, react } = useReactions(about);
  const unseen =
    about.kind === 'read' && !about.withdrawn
      ? reactions.filter(({ mine, refused }) => !mine && refused === undefined)
      : [];
  const first = unseen[0]?.childId;
  useEffect(() => {
    if (first !== undefined) react(first);
    // One after another: the next is the first of those that are left.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [first]);
}
