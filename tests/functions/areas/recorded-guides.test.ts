/** Recording guides, courses that are heard together, and the other half of the family. */
import type { Progress } from '@contract/reading';
import { digestOf } from '@rules/spoken-text';
import { limits } from '@contract/limits';
import { dayMs, hourMs } from '@rules/dates';
import { dropRecordings } from '../../../cloudfunctions/areas/account/drop-recordings';
import { eraseAccounts } from '../../../cloudfunctions/areas/account/erase-accounts';
import { copyPath, noteCopy } from '../../../cloudfunctions/areas/guides/copies';
import { main as runJobs } from '../../../cloudfunctions/jobs';
import {
  accompanies,
  children,
  guideAudio,
  guides,
  people,
} from '../../../cloudfunctions/platform/collections';
import { withCaller } from '../../../local-cloud';
import { guideDocuments } from '../../../demo/guides';
import { monday, setClock } from '../support/clock';
import { county, farSchool } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';
import { mp3, recordingOf, sendSound } from '../support/sound';

let scenario: Scenario;
let li: Person;
let admin: Person;
let teacher: Person;

beforeAll(async () => {
  scenario = await Scenario.start();
  await scenario.database.addMany(guides, guideDocuments(monday));
  li = await scenario.counsellor('wx-li');
  admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
  teacher = await scenario.staff({ openid: 'wx-wang', role: 'teacher', schoolId: 'school-one' });
});
afterAll(() => scenario.close());
beforeEach(() => setClock(monday));

const published = guideDocuments(monday);
function guideOf(id: string) {
  const found = published.find((guide) => guide.id === id);
  if (!found) throw new Error(`no guide ${id}`);
  return found;
}
const read = async (id: string) => (await scenario.database.get(guideAudio, id)) ?? undefined;

describe('a recorded guide', () => {
  const guide = guideOf('c1-signs');
  const which = { guideId: guide.id, version: guide.version, language: 'dialect' as const };
  const _id = `${guide.id}_${guide.version}_${county}_dialect`;
  const block = (number: number) => guide.blocks[number] ?? { title: '', text: '' };

  async function keep(who: Person, number: number, seconds = 3) {
    const voice = await sendSound(who, mp3(seconds, number + 1), seconds);
    const digest = digestOf(block(number));
    return who.call('guides.keepRecording', { ...which, block: number, digest, voice });
  }

  test('a copy that nothing came of, because a function died, is deleted; one that is kept stays', async () => {
    const { database } = scenario;
    await keep(li, 0);
    const kept = (await read(_id))?.blocks[0]?.fileId ?? '';
    // As it is left by a function that dies between storing the copy and naming it, or after taking
    // the recording back and before deleting the file.
    const { storeFile, temporaryLink } = await import('../../../cloudfunctions/platform/sdk');
    const path = copyPath(_id, { block: 1, id: 'lost', format: 'mp3' });
    await noteCopy(database, path, monday);
    const lost = await storeFile(path, mp3(3, 9));
    const there = async (fileId: string) => (await temporaryLink(fileId, 60)) !== undefined;
    const dry = async () =>
      (await withCaller(undefined, () => runJobs({ dryRun: true }))).wouldRemove?.recordings;
    expect(await dry()).toBe(0);
    for (const days of [1, 2]) {
      setClock(monday + days * (limits.looseRecordingDays * dayMs + hourMs));
      expect(await dry()).toBe(days === 1 ? 1 : 0);
      await dropRecordings(database, Date.now());
      expect([await there(lost), await there(kept)]).toEqual([false, true]);
    }
    // The function dies after the recording was taken back.
    await database.removeWhere(guideAudio, { _id });
    setClock(monday + 4 * limits.looseRecordingDays * dayMs);
    expect(await dry()).toBe(1);
    expect(await dropRecordings(database, Date.now())).toBe(1);
    expect(await there(kept)).toBe(false);
    setClock(monday);
  });

  test('is heard by families once it is whole and a second person has heard it over', async () => {
    const grandma = await scenario.family();
    const shown = async () =>
      (await grandma.call('guides.getGuide', { guideId: guide.id })).recordings;
    for (const number of [0, 1, 2]) await keep(li, number);
    expect(await admin.refusal('guides.approveRecording', { ...which, rev: 3 })).toBe(
      'CANNOT_FOLLOW',
    );
    // Cut off and taken up again: what is there stays, the rest comes.
    const open = await li.call('guides.openRecording', { guideId: guide.id, language: 'dialect' });
    expect(open.recording?.blocks.map((sound) => sound.block)).toEqual([0, 1, 2]);
    await keep(li, 3);
    const last = await keep(li, 4);
    expect(last).toEqual({ state: 'draft', rev: 5, recorded: 5 });
    expect(await shown()).toEqual([]);
    expect(await li.refusal('guides.approveRecording', { ...which, rev: 5 })).toBe('FORBIDDEN');
    expect(await admin.refusal('guides.approveRecording', { ...which, rev: 4 })).toBe(
      'CHANGED_MEANWHILE',
    );
    await admin.call('guides.approveRecording', { ...which, rev: 5 });
    expect((await shown())?.[0]?.blocks.map(({ digest }) => digest)).toEqual(
      guide.blocks.map(digestOf),
    );
    const stranger = scenario.as('never-seen');
    const { links } = await stranger.call('guides.getAudio', {
      ...{ guideId: guide.id, version: guide.version, county },
    });
    const sound = await fetch(links[0]?.url ?? '');
    expect(Buffer.from(await sound.arrayBuffer())).toEqual(mp3(3, 1));
    // Another county has its own voices; an older text none.
    const far = { guideId: guide.id, version: guide.version, county: farSchool.county };
    expect((await stranger.call('guides.getAudio', far)).recordings).toEqual([]);
  });

  test('that is changed has to be heard over again, and what a phone overwrites later is not heard', async () => {
    const before = await read(_id);
    const voice = await sendSound(li, mp3(4, 9), 4);
    const digest = digestOf(block(0));
    const input = { ...which, block: 0, digest, voice };
    await li.call('guides.keepRecording', input, 'request-again');
    const { default: sdk } = await import('wx-server-sdk');
    const cloudPath = voice.fileId.replace(/^cloud:\/\/[^/]+\//, '');
    await sdk.uploadFile({ cloudPath, fileContent: mp3(4, 66) });
    // The same tap again gives the same answer, whatever lies there now.
    const again = await li.call('guides.keepRecording', input, 'request-again');
    expect(again).toEqual({ state: 'draft', rev: 6, recorded: 5 });
    const open = await admin.call('guides.openRecording', {
      guideId: guide.id,
      language: 'dialect',
    });
    const sound = await fetch(open.recording?.blocks[0]?.url ?? '');
    expect(Buffer.from(await sound.arrayBuffer())).toEqual(mp3(4, 9));
    expect(open.recording).toMatchObject({ state: 'draft', mine: false });
    const old = before?.blocks[0]?.fileId ?? '';
    await expect(sdk.downloadFile({ fileID: old })).rejects.toThrow();
  });

  test('is one person’s voice, and takes no other text, no other version and nobody else’s file', async () => {
    const other = await scenario.counsellor('wx-yang', 'counsellor-two');
    const digest = digestOf(block(1));
    const input = { ...which, block: 1, digest };
    const theirs = await sendSound(other, mp3(3), 3);
    expect(await other.refusal('guides.keepRecording', { ...input, voice: theirs })).toBe(
      'CANNOT_FOLLOW',
    );
    expect(await li.refusal('guides.keepRecording', { ...input, voice: theirs })).toBe('FORBIDDEN');
    const mine = await sendSound(li, mp3(3), 3);
    const refusal = (part: object) =>
      li.refusal('guides.keepRecording', { ...input, voice: mine, ...part });
    expect(await refusal({ digest: digestOf(block(2)) })).toBe('CHANGED_MEANWHILE');
    expect(await refusal({ version: 9 })).toBe('CHANGED_MEANWHILE');
    expect(await teacher.refusal('guides.keepRecording', { ...input, voice: mine })).toBe(
      'FORBIDDEN',
    );
  });

  test.each([
    ['no sound', Buffer.from('<html>'.repeat(500)), 5, 'INVALID_INPUT'],
    ['nothing', Buffer.alloc(0), 5, 'INVALID_INPUT'],
    ['a moment', mp3(0.1), 1, 'INVALID_INPUT'],
    ['longer than it says', mp3(40), 5, 'INVALID_INPUT'],
    ['longer than a minute', mp3(70), 60, 'INVALID_INPUT'],
    ['too large', mp3(130), 60, 'TOO_LARGE'],
  ])('is refused when the file is %s', async (_name, content, seconds, code) => {
    const voice = await sendSound(li, content, seconds);
    const digest = digestOf(block(0));
    expect(await li.refusal('guides.keepRecording', { ...which, block: 0, digest, voice })).toBe(
      code,
    );
  });

  test('goes with the account of whose voice it is, and can be taken back', async () => {
    const { files } = { files: (await read(_id))?.blocks.map(({ fileId }) => fileId) ?? [] };
    await scenario.database.update(people, 'wx-li', { deleteAt: monday - dayMs });
    await scenario.database.add(guideAudio, {
      ...recordingOf('c2-three-small-things', 'wx-admin'),
      ...{ state: 'ready', approvedBy: 'wx-li' },
    });
    expect(await eraseAccounts(scenario.database, monday, () => 0)).toBe(1);
    expect(await read(_id)).toBeUndefined();
    const { default: sdk } = await import('wx-server-sdk');
    await expect(sdk.downloadFile({ fileID: files[0] ?? '' })).rejects.toThrow();
    const left = await read(recordingOf('c2-three-small-things', 'x')._id);
    expect(left).toMatchObject({ by: 'wx-admin', approvedBy: '' });
    const other = scenario.as('wx-yang');
    const back = { guideId: 'c2-three-small-things', version: 1, language: 'dialect' as const };
    await other.call('guides.withdrawRecording', back);
    expect((await other.call('guides.listRecordings', {})).rows).toEqual([]);
  });
});

describe('a course that is heard together', () => {
  let grandma: Booker;
  let father: Person;
  beforeAll(async () => {
    father = scenario.as('wx-father');
    const others = [{ openid: father.openid, relation: 'father' as const }];
    grandma = await scenario.family({ nickname: '小石头', with: others });
  });

  const courseId = 'caregivers-first';
  const inbox = async (who: Person) => {
    await scenario.test.runJobs();
    return (await who.call('notify.listInbox', {})).notices;
  };

  test('shows a teacher begun and finished, only after the family has agreed, never an answer', async () => {
    const { courses } = await grandma.call('guides.listCourses', {});
    const [first = '', second = ''] =
      courses.find(({ id }) => id === courseId)?.guides.map(({ id }) => id) ?? [];
    const item = { version: 1, blocks: 5, at: monday };
    const items: Progress[] = [
      { ...item, guideId: first, answered: { choice: 1, at: monday } },
      { ...item, guideId: second, blocks: 2 },
      { ...item, guideId: 'c4-not-want-to-live' },
    ];
    await grandma.call('guides.saveProgress', { items });
    const { childId } = grandma;
    const { accompanyId } = await teacher.call('guides.accompany', { childId, courseId });
    const offered = await teacher.call('guides.listAccompanied', { as: 'companion' });
    expect(offered.rows[0]).toMatchObject({ state: 'offered', stages: [] });
    const [notice] = await inbox(grandma);
    expect(notice).toMatchObject({
      kind: 'accompanyOffered',
      learning: { accompanyId, role: 'teacher' },
    });
    await grandma.call('guides.answerAccompany', { accompanyId, agree: true });
    const { rows } = await teacher.call('guides.listAccompanied', { as: 'companion' });
    expect(rows[0]).toMatchObject({ nickname: '小石头', state: 'agreed' });
    expect(rows[0]?.stages).toEqual([
      { guideId: first, stage: 'finished' },
      { guideId: second, stage: 'started' },
    ]);
    const { looks } = await father.call('account.listAccessLog', { childId });
    expect(looks).toEqual(expect.arrayContaining([expect.objectContaining({ purpose: 'course' })]));
    await teacher.call('guides.sendKindWord', { accompanyId, word: 'noHurry' });
    const words = (await inbox(grandma)).filter(({ kind }) => kind === 'kindWord');
    expect(words.map(({ learning }) => learning?.word)).toEqual(['noHurry']);
    const kind = { accompanyId, word: 'glad' as const };
    expect(await teacher.refusal('guides.sendKindWord', kind)).toBe('TOO_MANY');
    setClock(monday + limits.kindWordHours * hourMs);
    await teacher.call('guides.sendKindWord', kind);
    // Her own to end; the father neither agreed nor ends it for her.
    expect(await father.refusal('guides.answerAccompany', { accompanyId, agree: false })).toBe(
      'CHANGED_MEANWHILE',
    );
    await grandma.call('guides.answerAccompany', { accompanyId, agree: false });
    const after = await teacher.call('guides.listAccompanied', { as: 'companion' });
    expect(after.rows[0]).toMatchObject({ state: 'ended', stages: [] });
    expect(await teacher.refusal('guides.sendKindWord', kind)).toBe('NOT_FOUND');
  });

  test('is not offered again by whom the family has said no to, nor by whom they do not know', async () => {
    const family = await scenario.family({ nickname: '豆豆' });
    const { childId } = family;
    const offer = { childId, courseId };
    const { accompanyId } = await teacher.call('guides.accompany', offer);
    await family.call('guides.answerAccompany', { accompanyId, agree: false });
    expect(await teacher.refusal('guides.accompany', offer)).toBe('CANNOT_FOLLOW');
    const counsellor = scenario.as('wx-yang');
    expect(await counsellor.refusal('guides.accompany', offer)).toBe('NOT_FOUND');
    setClock(monday + (limits.accompanyDays + 1) * dayMs);
    await scenario.test.runJobs();
    const left = await scenario.database.find(accompanies, { where: { childId }, limit: 5 });
    expect(left).toEqual([]);
  });

  test('ends for whoever has left the family’s circle, or the school', async () => {
    const aunt = scenario.as('wx-aunt');
    const family = await scenario.family({
      ...{ nickname: '小枫', with: [{ openid: aunt.openid, relation: 'relative' as const }] },
    });
    const { childId } = family;
    const { accompanyId } = await teacher.call('guides.accompany', { childId, courseId });
    await aunt.call('guides.answerAccompany', { accompanyId, agree: true });
    const { members } = await family.call('family.showCircle', { childId });
    const memberId = members.find(({ relation }) => relation === 'relative')?.id ?? '';
    await aunt.call('family.removeFromCircle', { childId, memberId });
    const { rows } = await teacher.call('guides.listAccompanied', { as: 'companion' });
    expect(rows.map((row) => row.childId)).not.toContain(childId);
    const word = { accompanyId, word: 'glad' as const };
    expect(await teacher.refusal('guides.sendKindWord', word)).toBe('NOT_FOUND');
  });

  test('who heard a half is told by a tap to this family alone, once, and forgotten on leaving', async () => {
    const guide = guideOf('c1-signs');
    const half = guide.otherHalf ?? '';
    const { childId } = grandma;
    const shown = async (who: Person, guideId: string, otherHalf: string) =>
      (await who.call('guides.showOtherHalf', { guideId, otherHalf })).children.find(
        (child) => child.childId === childId,
      );
    expect(await shown(father, half, guide.id)).toMatchObject({
      others: 1,
      told: false,
      heardBy: [],
    });
    await grandma.call('guides.tellFamily', { childId, guideId: guide.id });
    await grandma.call('guides.tellFamily', { childId, guideId: guide.id });
    const told = (await inbox(father)).filter(({ kind }) => kind === 'otherHalfHeard');
    expect(told).toHaveLength(1);
    expect(told[0]?.learning).toEqual({ guideId: half, relation: 'paternalGrandmother' });
    expect(await shown(father, half, guide.id)).toMatchObject({ heardBy: ['paternalGrandmother'] });
    expect(await shown(grandma, guide.id, half)).toMatchObject({ told: true, heardBy: [] });
    const kept = JSON.stringify(await scenario.database.get(children, childId));
    expect(kept).toContain('heard');
    expect(kept).not.toContain(guide.id);
    expect(
      await grandma.refusal('guides.tellFamily', { childId, guideId: 'c6-somebody-touched' }),
    ).toBe('CANNOT_FOLLOW');
    expect(await teacher.refusal('guides.tellFamily', { childId, guideId: guide.id })).toBe(
      'FORBIDDEN',
    );
    const { members } = await grandma.call('family.showCircle', { childId });
    const me = members.find((member) => member.me)?.id ?? '';
    await grandma.call('family.removeFromCircle', { childId, memberId: me });
    expect(await shown(father, half, guide.id)).toMatchObject({ heardBy: [] });
  });
});
