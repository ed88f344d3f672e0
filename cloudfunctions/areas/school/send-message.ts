import type { InputOf } from '@contract';
import type { Content } from '@contract/school';
import { gravest, messageConcern } from '@rules/alerts';
import { dayOf } from '@rules/dates';
import { answerLine, everyoneLine, maySend, pacesAfter } from '@rules/threads';
import { triageInCloud } from '@rules/triage/cloud';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import {
  children,
  desks,
  threads,
  type ChildDocument,
  type ThreadDocument,
} from '../../platform/collections';
import { expectEar, helpFor, raiseAlert } from '../../platform/alerts';
import { checkText, expectCheck, isFlagged, startMediaCheck } from '../../platform/content-check';
import { command } from '../../platform/database';
import { answering, holidaysOf, silentUntil } from '../../platform/desks';
import { ActionError } from '../../platform/errors';
import { memberId } from '../../platform/members';
import type { Body } from '../../platform/message-body';
import { locate, staffOf, type Seat, type ThreadPlace } from '../../platform/thread-seats';
import { addMessage, emptyHead } from '../../platform/thread-writing';
import { checkFile } from '../../platform/voice-folder';
import { openChild } from '../family/read-children';
import { noteOutside } from './auto-note';
import { seatOrNone, staffName } from './seat';

/**
 * Sends a message: it is delivered, or held for a person to look at, never dropped. Its place in the
 * thread is given by the transaction that writes it, so repeats find it and order is the server's.
 */
export const sendMessage = defineAction('school.sendMessage', {
  allow: signedInPeople,
  async handle(context, input) {
    const { caller, database, now, requestId, once } = context;
    const { openid } = caller;
    const { content, urgent, threadId } = input;
    const fileId = fileOf(content);
    checkFile(openid, fileId);
    const place = locate(caller, threadId);
    const text = bodyOf(content).text;
    const verdict = text === undefined ? 'pass' : await checkText(openid, text);
    const mine = caller.person?.children.find(({ id }) => id === place.childId);
    const [teachers, desk] = await Promise.all([
      staffOf(database, place, mine ?? {}),
      mine?.schoolId !== undefined && place.kind === 'school'
        ? database.get(desks, mine.schoolId)
        : undefined,
    ]);
    const staff = answering(desk, teachers, dayOf(now));
    // Nobody's hours, nobody's holidays.
    const keepsHours = desk?.teachers.some(({ spans }) => spans.length > 0) ?? false;
    const holidays =
      desk && keepsHours ? await holidaysOf(database, desk.county) : new Set<string>();
    // Whoever had this desk has gone: nobody would read it. What safeguarding has to see is taken.
    const unread = place.kind === 'counsellor' && teachers.length === 0;
    const id = `${openid}_${requestId}`;
    const expected = { thing: 'message' as const, ref: id, openid, now };
    const media =
      fileId !== undefined && (content.kind === 'voice' || content.kind === 'picture')
        ? { ...expected, part: content.kind, fileId }
        : undefined;
    const words = triageInCloud(text ?? '');
    const situation = content.kind === 'prepared' ? content.situation : undefined;
    const concern = messageConcern({ words: words.level, situation, urgent });
    const sent = await once(async (transaction) => {
      const seated = seatOrNone(caller, place, await transaction.get(children, place.childId), now);
      if (!seated) throw new ActionError('NOT_FOUND');
      const { child, seat } = seated;
      const head = await transaction.get(threads, threadId);
      // A counsellor's thread begins with a visit, a school's with a school.
      const possible =
        head !== undefined || (place.kind === 'school' && child.schoolId !== undefined);
      if (!possible) throw new ActionError('NOT_FOUND');
      const line = lineOf(input, seat, child, head);
      const answers = (head?.waiting ?? []).some((wait) => answerLine(wait.line) === line);
      const voice = content.kind === 'voice';
      const asked = { side: seat.side, voice, urgent: urgent !== undefined, answers };
      if (!maySend(asked, child.consents)) throw new ActionError('CONSENT_NEEDED');
      const { paces: before } = head ?? emptyHead(place, child.schoolId, now);
      const paces = seat.side === 'family' ? pacesAfter(before, seat.member, now) : before;
      if (!paces) throw new ActionError('TOO_FAST');
      const held = isFlagged(verdict);
      if (unread && !concern && !held) throw new ActionError('NOT_FOUND');
      const added = await addMessage(
        transaction,
        { place, head, child, now },
        {
          ...{ id, by: openid, member: seat.member, side: seat.side, relation: seat.relation },
          ...{ kind: content.kind, urgent, line, held, file: fileId && pathOf(fileId) },
          situation,
          body: { ...bodyOf(content), name: seat.side === 'staff' ? staffName(caller) : undefined },
        },
        paces,
      );
      await noteOutside(transaction, { place, child, desk, holidays, now }, head, added);
      await transaction.update(children, child._id, { rev: command.inc(1) });
      if (verdict === 'unchecked') await expectCheck(transaction, { ...expected, part: 'text' });
      if (media) await expectCheck(transaction, media);
      // What is held of the family's goes to staff alone; a colleague's to nobody.
      if (!held || seat.side === 'family') {
        const who = toTell(openid, { seat, child, line: added.document.line, staff });
        const calm = desk && seat.side === 'family' && !urgent && !isPressing(concern?.level);
        transaction.tell({
          to: [...who.family, ...who.staff],
          silent: calm ? silentUntil(desk, who.staff, holidays, now) : undefined,
          kind: seat.side === 'staff' ? 'schoolReply' : urgent ? 'familyUrgent' : 'familyMessage',
          childId: child._id,
          nickname: openChild(child).nickname,
          threadId,
        });
      }
      const { document } = added;
      const { seq, state, meant: said } = document;
      const name = seat.side === 'staff' ? staffName(caller) : undefined;
      const cause = {
        ...{ source: 'message' as const, ref: id, child, by: openid, at: now, fresh: true },
        said: { ...evidenceIn(content), at: now, by: { ...whoIs(seat, place), name } },
        thread: { id: threadId, line: said, seq },
      };
      const flagged = held
        ? { reason: 'contentCheck' as const, level: heldLevel(urgent) }
        : undefined;
      const raised = graver(concern, flagged);
      const rules = words.reasons.map(({ rule }) => rule);
      const onDuty = raised && (await raiseAlert(transaction, { ...cause, ...raised, rules }));
      // A colleague's recording is heard by the family at once; a family's may be heard by nobody.
      if (voice && text === undefined && seat.side === 'family' && !raised) {
        await expectEar(transaction, { ...cause, urgent: urgent !== undefined });
      }
      return { seq, at: now, state, help: helpFor(concern?.level, onDuty ?? false) };
    });
    if (media) await startMediaCheck(database, media);
    return sent;
  },
});

/**
 * Whom a message is for: the line it stands in. What a member of the family says only to the teacher
 * stands in their own; staff name the member they answer alone.
 */
function lineOf(
  { audience, with: withMember }: InputOf<'school.sendMessage'>,
  { side, member }: Seat,
  child: ChildDocument,
  head: ThreadDocument | undefined,
): string {
  if (audience === 'all') return everyoneLine;
  if (side === 'family') return member;
  const known = child.circle.some(({ openid }) => memberId(child._id, openid) === withMember);
  // Whoever asked and has left the family since is answered too: else they would wait for ever.
  const waits = head?.waiting.some((wait) => wait.line === withMember) ?? false;
  if (withMember === undefined || !(known || waits)) throw new ActionError('INVALID_INPUT');
  return withMember;
}

/** Who is told: never anybody who may not see it. */
function toTell(
  sender: string,
  at: { seat: Seat; child: ChildDocument; line: string; staff: readonly string[] },
): { family: string[]; staff: string[] } {
  const { child, line } = at;
  const family = child.circle.filter(
    ({ openid }) => line === everyoneLine || line === memberId(child._id, openid),
  );
  // Among colleagues an answer needs no notice.
  const staff = at.seat.side === 'staff' ? [] : at.staff;
  const own = child.circle.filter(({ standing }) => standing !== 'proxy');
  const staffAlone = staff.filter((openid) => !own.some((adult) => adult.openid === openid));
  const others = (openids: readonly string[]) => [
    ...new Set(openids.filter((openid) => openid !== sender)),
  ];
  const around = others(family.map(({ openid }) => openid));
  return {
    family: around,
    staff: others(staffAlone).filter((openid) => !around.includes(openid)),
  };
}

function fileOf(content: Content): string | undefined {
  if (content.kind === 'voice') return content.voice.fileId;
  return content.kind === 'picture' ? content.picture.fileId : undefined;
}

/** `voice/{folder}/{file}`, by which a recording that nothing has taken is told from one that is sent. */
const pathOf = (fileId: string) => fileId.slice(fileId.indexOf('/voice/') + 1);

/** What cannot wait for anybody's hours. */
const isPressing = (level: string | undefined) => level === 'S2' || level === 'S3';

const heldLevel = (urgent: unknown): 'S2' | 'S3' => (urgent === undefined ? 'S2' : 'S3');

/** One alert a message: held if it is held, as grave as the gravest of what is known of it. */
function graver(
  concern: ReturnType<typeof messageConcern>,
  flagged: { reason: 'contentCheck'; level: 'S2' | 'S3' } | undefined,
) {
  if (!concern || !flagged) return flagged ?? concern;
  return { ...flagged, level: gravest(concern.level, flagged.level) };
}

const whoIs = ({ side, relation }: Seat, { kind }: ThreadPlace) =>
  side === 'family'
    ? { relation }
    : { role: kind === 'school' ? ('teacher' as const) : ('counsellor' as const) };

function evidenceIn(content: Content) {
  const { name: _name, note: _note, ...said } = bodyOf(content);
  return {
    ...{ kind: content.kind, ...said },
    situation: content.kind === 'prepared' ? content.situation : undefined,
  };
}

function bodyOf(content: Content): Body {
  switch (content.kind) {
    case 'text':
    case 'prepared':
      return { text: content.text };
    case 'voice':
      return { ...content.voice, text: content.transcript };
    case 'picture':
      return { fileId: content.picture.fileId };
    case 'face':
      return { face: content.face };
  }
}
