import { addDays, dayOf } from '@rules/dates';
import { afterVisit, nextVisit } from '@rules/home-visits';
import type { Level } from '@rules/triage';
import { triageInCloud } from '@rules/triage/cloud';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { helpFor, raiseAlert } from '../../platform/alerts';
import { children, homeVisits } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { careChange, parentsHome } from '../family/care';
import { openAway } from '../family/circle';
import { ownChild } from './desk';
import { isOwnFamily, sealNote } from './visit-note';

/** A phone may have lain in a drawer for some weeks. */
const lateDays = 60;
const isGrave = (level: Level): level is 'S2' | 'S3' => level === 'S2' || level === 'S3';

/**
 * A visit, once for its requestId however often it is sent. Words that sound grave go to safeguarding
 * in the same transaction, as a family's own would, and into nobody's copy of the records.
 */
export const noteVisit = defineAction('director.noteVisit', {
  allow: having('director'),
  mostPerHour: 200,
  async handle({ caller, database, now, requestId, once }, input) {
    const { childId, day, met, state, words, again } = input;
    const today = dayOf(now);
    if (day > today || day < addDays(today, -lateDays)) throw new ActionError('INVALID_INPUT');
    const { level, reasons } = triageInCloud(words ?? '');
    const safety = input.safety || isGrave(level);
    const id = `${caller.openid}_${requestId}`;
    const answer = await once(async (transaction) => {
      const child = ownChild(caller, await transaction.get(children, childId));
      // Of one's own family somebody else writes it; grave words are taken from anybody.
      if (input.safety && !isGrave(level) && isOwnFamily(child, caller.openid)) {
        throw new ActionError('FORBIDDEN');
      }
      await transaction.add(homeVisits, {
        ...{ _id: id, childId, by: caller.openid, day, at: now, met },
        note: sealNote(id, { state, words, safety }),
      });
      const care = afterVisit(child.care ?? {}, { day, met, again });
      await transaction.update(children, childId, {
        ...careChange(child, care),
        rev: command.inc(1),
      });
      const due = nextVisit(care, parentsHome(openAway(child)))?.day;
      const answered = { ...(due !== undefined && { due: due === '' ? today : due }) };
      if (!isGrave(level)) return answered;
      const onDuty = await raiseAlert(transaction, {
        ...{ source: 'note', ref: id, child, by: caller.openid, at: now, fresh: true },
        said: { kind: 'text', text: words, at: now, by: { role: 'director' } },
        ...{ reason: 'words', level },
        rules: reasons.map(({ rule }) => rule),
      });
      return { ...answered, help: helpFor(level, onDuty) };
    });
    await recordAccess(database, {
      ...{ viewer: caller, role: 'director', childIds: [childId], purpose: 'homeVisit', now },
    });
    return answer;
  },
});
