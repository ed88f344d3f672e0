import type { InputOf } from '@contract';
import { limits } from '@contract/limits';
import { minuteMs } from '@rules/dates';
import {
  children,
  alerts,
  messages,
  people,
  threads,
} from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/database';
import { forgetWriter } from '../../../cloudfunctions/areas/account/forget-threads';
import { holdFlagged, releaseHeld } from '../../../cloudfunctions/areas/school/hold-flagged';
import { moveClock } from '../support/clock';
import { school } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

type Sending = InputOf<'school.sendMessage'>;

describe('a thread with the school', () => {
  let scenario: Scenario;
  let teacher: Person;
  let grandma: Booker;
  let father: Person;
  let rounds = 0;

  beforeAll(async () => {
    scenario = await Scenario.start();
    const post = { role: 'teacher' as const, name: '王老师', schoolId: school._id };
    teacher = await scenario.staff({ openid: 'wx-teacher', ...post });
  });
  afterAll(async () => {
    await scenario.close();
  });
  beforeEach(async () => {
    rounds += 1;
    father = scenario.as(`father-${rounds}`);
    grandma = await scenario.family({
      with: [{ openid: father.openid, relation: 'father' }],
    });
  });

  const text = (words: string, part: Partial<Sending> = {}): Sending => ({
    threadId: grandma.childId,
    content: { kind: 'text', text: words },
    audience: 'all',
    ...part,
  });
  const send = (who: Person, words: string, part?: Partial<Sending>, requestId?: string) =>
    who.call('school.sendMessage', text(words, part), requestId);
  const open = (who: Person) => who.call('school.getThread', { threadId: grandma.childId });
  const words = async (who: Person) => (await open(who)).messages.map((one) => one.text);
  const changes = (who: Person) =>
    who.call('school.listChanges', { threadId: grandma.childId, known: {} });

  test('what grandmother, teacher and father say stands once and in the order of the server, whatever is repeated', async () => {
    const first = await send(grandma, '一', {}, 'said-only-once');
    expect(await send(grandma, '一', {}, 'said-only-once')).toStrictEqual(first);
    expect(await grandma.refusal('school.sendMessage', text('另一句'), 'said-only-once')).toBe(
      'REQUEST_REUSED',
    );
    await Promise.all([send(teacher, '二'), send(father, '三')]);
    const seqs = (await open(father)).messages.map(({ seq }) => seq);
    expect(seqs).toHaveLength(3);
    expect([...seqs].sort((a, b) => b - a)).toStrictEqual(seqs);
    expect(new Set(seqs).size).toBe(3);
    expect(await words(teacher)).toStrictEqual(await words(grandma));
  });

  test('what is only for the teacher leaves no trace with the father: in pages, lists, counts, marks, stamps, notices or the copy', async () => {
    await send(grandma, '孩子最近不太说话');
    const { members: before, ...page } = await open(father);
    const quiet = await changes(father);
    const list = await father.call('school.listThreads', {});
    const alone = await send(grandma, '他爸打他', { audience: 'teacher' });
    const reading = { threadId: grandma.childId, seq: alone.seq };
    await teacher.call('school.markRead', reading);
    const [private_] = (await open(teacher)).messages;
    expect(private_).toMatchObject({ text: '他爸打他', audience: 'teacher' });
    const withMember = private_?.with ?? '';
    await send(teacher, '我明天来看他', { audience: 'teacher', with: withMember });
    expect(await words(grandma)).toStrictEqual(['我明天来看他', '他爸打他', '孩子最近不太说话']);

    // The teacher has looked at everything: of that the father sees what lies before him.
    const after = await open(father);
    expect(after.messages).toStrictEqual(page.messages);
    expect(after.members).toContainEqual(
      expect.objectContaining({ name: '王老师', readTo: page.messages[0]?.seq }),
    );
    expect(before).toHaveLength(2);
    // The stamp changes for the mark alone, as it does whenever a teacher looks.
    expect((await changes(father)).unread).toBe(quiet.unread);
    expect((await father.call('school.listThreads', {})).threads[0]).toMatchObject({
      unread: list.threads[0]?.unread,
      last: list.threads[0]?.last,
    });
    const copy = await father.call('school.exportThread', { threadId: grandma.childId });
    expect(JSON.stringify(copy)).not.toContain('他爸');
    expect(copy.messages).toHaveLength(1);
    expect(await father.refusal('school.openFile', reading)).toBe('NOT_FOUND');
    const report = { ...reading, reason: 'rude' as const };
    expect(await father.refusal('school.reportMessage', report)).toBe('NOT_FOUND');
    const { deliverEffects } = await import('../../../cloudfunctions/areas/notify/deliver-effects');
    await deliverEffects(scenario.database, Date.now());
    const told = await father.call('notify.listInbox', {});
    expect(told.notices.filter(({ threadId }) => threadId === grandma.childId)).toHaveLength(1);
    // However much is written, a thread is one line of the inbox while it is unread.
    await send(grandma, '再说一句');
    await deliverEffects(scenario.database, Date.now());
    expect((await scenario.database.get(people, father.openid))?.unread).toBe(1);
    // Nothing of it lies in the clear.
    const stored = await scenario.database.find(messages, {
      where: { threadId: grandma.childId, shown: true },
    });
    expect(JSON.stringify(stored)).not.toMatch(/他爸|王老师/);
  });

  test('who waits is the line that was not answered: an answer to all is none to whoever asked alone', async () => {
    const waiting = async () => {
      const { threads } = await import('../../../cloudfunctions/platform/collections');
      return (await scenario.database.get(threads, grandma.childId))?.waiting.length;
    };
    await send(grandma, '请个假');
    await send(grandma, '被欺负了', { audience: 'teacher' });
    expect(await waiting()).toBe(2);
    await send(teacher, '好的');
    expect(await waiting()).toBe(1);
    const [asked] = (await open(teacher)).messages.filter((one) => one.with);
    await send(teacher, '我来问问', { audience: 'teacher', with: asked?.with ?? '' });
    expect(await waiting()).toBe(0);
  });

  test('new messages are counted until they are seen, and the father’s name stands at what he has seen', async () => {
    const said = await send(grandma, '在吗');
    const unread = async (who: Person) =>
      (await who.call('school.listThreads', {})).threads[0]?.unread;
    expect([await unread(father), await unread(grandma)]).toStrictEqual([1, 0]);
    await father.call('school.markRead', { threadId: grandma.childId, seq: said.seq });
    expect(await unread(father)).toBe(0);
    const { members } = await open(grandma);
    expect(members?.find(({ relation }) => relation === 'father')?.readTo).toBe(said.seq);
  });

  test(`a message is taken back for ${limits.withdrawMinutes} minutes, by whoever wrote it; that there was one stays`, async () => {
    await send(grandma, '说错了', {}, 'taken-back-1');
    expect(await father.refusal('school.withdrawMessage', { sent: 'taken-back-1' })).toBe(
      'NOT_FOUND',
    );
    await grandma.call('school.withdrawMessage', { sent: 'taken-back-1' });
    const [shown] = (await open(teacher)).messages;
    expect(shown).toMatchObject({ state: 'withdrawn', kind: 'text' });
    expect(shown).not.toHaveProperty('text');
    await send(grandma, '太晚了', {}, 'taken-back-2');
    moveClock(limits.withdrawMinutes * minuteMs);
    expect(await grandma.refusal('school.withdrawMessage', { sent: 'taken-back-2' })).toBe(
      'TOO_LATE',
    );
  });

  test('what is reported, and what WeChat flags, goes to a person; held, it is seen by its sender and staff, answered alone, and comes when it is let through', async () => {
    const said = await send(grandma, '有事说', {}, 'flagged-later');
    await father.call('school.reportMessage', {
      ...{ threadId: grandma.childId, seq: said.seq, reason: 'harm' },
    });
    const ref = `${grandma.openid}_flagged-later`;
    const check = { _id: 'message_later_text0', thing: 'message' as const, ref };
    await holdFlagged(scenario.database, () => 0, check, Date.now());
    const raised = await scenario.database.find(alerts, { where: { childId: grandma.childId } });
    expect(raised.map(({ reason }) => reason).sort()).toStrictEqual(['contentCheck', 'reported']);
    expect(await words(father)).toStrictEqual([]);
    expect((await open(grandma)).messages).toMatchObject([{ state: 'held', text: '有事说' }]);
    const [held] = (await open(teacher)).messages;
    expect(held).toMatchObject({ state: 'held', text: '有事说', audience: 'all' });
    const { waiting } = await teacher.call('school.countWaiting', {});
    await send(teacher, '我看到了', { audience: 'teacher', with: held?.with });
    expect((await teacher.call('school.countWaiting', {})).waiting).toBe(waiting - 1);
    expect(await words(father)).toStrictEqual([]);
    await releaseHeld(scenario.database, () => 0, check, Date.now());
    expect(await words(father)).toStrictEqual(['有事说']);
  });

  test('whoever asked the teacher alone and has left the family since can still be answered', async () => {
    await send(father, '我想单独问问', { audience: 'teacher' });
    const withMember = (await open(teacher)).messages[0]?.with ?? '';
    await scenario.database.update(children, grandma.childId, {
      circle: command.pull({ openid: father.openid }),
    });
    await send(teacher, '已经说过了', { audience: 'teacher', with: withMember });
    expect((await scenario.database.get(threads, grandma.childId))?.waiting).toStrictEqual([]);
    const again = text('还有', { audience: 'teacher', with: withMember });
    expect(await teacher.refusal('school.sendMessage', again)).toBe('INVALID_INPUT');
  });

  test('a teacher who has lost the post, and an adult taken out of the circle, are shut out at once', async () => {
    const other = { role: 'teacher' as const, name: '赵老师', schoolId: school._id };
    const leaving = await scenario.staff({ openid: `wx-leaving-${rounds}`, ...other });
    await send(leaving, '我是赵老师');
    await scenario.database.update(people, leaving.openid, { posts: command.set([]) });
    expect(await leaving.refusal('school.sendMessage', text('还在吗'))).toBe('NOT_FOUND');
    const circle = (await scenario.database.get(children, grandma.childId))?.circle ?? [];
    await scenario.database.update(children, grandma.childId, {
      circle: command.set(circle.filter(({ openid }) => openid !== father.openid)),
    });
    for (const action of ['school.getThread', 'school.exportThread'] as const) {
      expect(await father.refusal(action, { threadId: grandma.childId })).toBe('NOT_FOUND');
    }
  });

  test(`of one person ${limits.messagesPerMinute} messages a minute are taken; the next is sent again later, by itself`, async () => {
    for (let number = 0; number < limits.messagesPerMinute; number += 1) {
      await send(grandma, `第${number}句`);
    }
    const answer = await grandma.ask('school.sendMessage', text('再一句'), 'one-too-many');
    expect(answer).toMatchObject({ error: { code: 'TOO_FAST', retry: 'same' } });
    await send(teacher, '慢慢说');
    // The others learn nothing of how much somebody says, perhaps to the teacher alone.
    await send(father, '老师好');
    moveClock(minuteMs);
    await send(grandma, '再一句', {}, 'one-too-many');
    const page = await open(grandma);
    expect(page.messages).toHaveLength(limits.messagesShown);
    const older = await grandma.call('school.getThread', {
      ...{ threadId: grandma.childId, before: page.next },
    });
    expect(older.messages[0]?.seq).toBeLessThan(page.messages.at(-1)?.seq ?? 0);
  });

  test('an account that is deleted leaves its words and not who it was', async () => {
    await send(grandma, '您费心了');
    await forgetWriter(scenario.database, grandma.openid);
    expect(await words(father)).toStrictEqual(['您费心了']);
    const left = await scenario.database.find(messages, {
      where: { threadId: grandma.childId, shown: true },
    });
    expect(JSON.stringify(left)).not.toContain(grandma.openid);
  });

  test('without agreement nothing is sent but what is urgent, and that is answered', async () => {
    const changed = (await scenario.database.get(children, grandma.childId))?.consents ?? [];
    await scenario.database.update(children, grandma.childId, {
      consents: command.set(changed.map((one) => ({ ...one, state: 'refused' }))),
    });
    expect(await grandma.refusal('school.sendMessage', text('你好'))).toBe('CONSENT_NEEDED');
    expect(await teacher.refusal('school.sendMessage', text('你好'))).toBe('CONSENT_NEEDED');
    await send(grandma, '孩子受伤了', { urgent: 'hurt' });
    await send(teacher, '马上来');
    expect(await words(grandma)).toStrictEqual(['马上来', '孩子受伤了']);
  });
});
