import { permits } from '@rules/consent';
import { minuteMs } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { familyOfChild } from '../../platform/allow';
import { children, timeline } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { temporaryLink } from '../../platform/sdk';
import { openEntry, type EntryDetails } from '../../platform/timeline-entries';
import { familyMember } from './family-warmth';

const linkMinutes = 10;

/** Only the family hears what was recorded, as long as recordings are agreed to. */
export const hearVoice = defineAction('family.hearVoice', {
  allow: familyOfChild,
  async handle({ caller, database, now }, { childId, entryId, part }) {
    const [found, entry] = await Promise.all([
      database.get(children, childId),
      database.get(timeline, entryId),
    ]);
    const { child } = familyMember(found, caller.openid);
    // Whoever takes the agreement back takes back what was recorded under it.
    if (entry?.childId !== childId || !permits(child.consents, 'recordings')) {
      throw new ActionError('NOT_FOUND');
    }
    const details = openEntry(entry);
    const held = details.kind !== 'call' && details.held === true;
    // What is held is nobody's but its sender's.
    if (held && entry.by !== caller.openid) throw new ActionError('NOT_FOUND');
    const voice = voiceIn(details, part);
    const url = voice && (await temporaryLink(voice.fileId, linkMinutes * 60));
    if (!voice || !url) throw new ActionError('NOT_FOUND');
    return { url, seconds: voice.seconds, expiresAt: now + linkMinutes * minuteMs };
  },
});

function voiceIn(details: EntryDetails, part: 'own' | 'answer') {
  if (part === 'answer') {
    const answer = details.kind === 'note' ? details.answer : undefined;
    return answer?.held ? undefined : answer?.voice;
  }
  return details.kind === 'call' ? undefined : details.voice;
}
