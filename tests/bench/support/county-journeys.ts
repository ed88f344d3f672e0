import { consentVersions } from '@contract/consent';
import { purposes, worries } from '@contract/enums';
import { dayOf } from '@rules/dates';
import { townships } from '../../../demo/county/townships';
import type { TestCloud } from '../../functions/support/test-cloud';

/** What the journeys say that nobody else may read. */
export interface Said {
  nicknames: string[];
  phones: string[];
  births: string[];
  codes: string[];
  names: string[];
}

const schoolId = 'school-liuxi-primary';

/** A family comes in, agrees, books and tells; the staff look; somebody is refused. */
export async function walkTheCounty(test: TestCloud): Promise<Said> {
  const said: Said = {
    ...{ nicknames: ['石榴花儿'], phones: ['13877665544', '13866554433'] },
    ...{ births: ['2016-05'], codes: [], names: ['秦老师儿', '石榴花奶'] },
  };
  const [nickname = ''] = said.nicknames;
  const as = (openid: string) => test.asThroughInstances(openid);
  const grandma = as('wx-journey-grandma');
  await grandma.call('account.signIn', { role: 'caregiver', township: townships.liuxi.code });
  await grandma.call('account.updateSettings', { phone: said.phones[0] ?? '' });
  const { id: childId } = await grandma.call('family.addChild', {
    ...{ nickname, birthYear: 2016, birthMonth: 5, schoolId },
    relation: 'paternalGrandmother',
  });
  const away = { childId, who: 'both' as const, span: 'overHalfYear' as const };
  await grandma.call('family.sayWhoIsAway', away);
  const { code } = await grandma.call('family.inviteFamily', { childId });
  const father = as('wx-journey-father');
  await father.call('account.showInvitation', { code });
  await father.call('family.joinFamily', { code, relation: 'father' });
  const choices = purposes.map((purpose) => ({
    ...{ purpose, agree: true, version: consentVersions[purpose] },
  }));
  await grandma.call('account.giveConsent', { childId, choices });
  await father.call('account.giveConsent', { childId, choices });
  const { slots } = await grandma.call('booking.findSlots', { childId, kind: 'school' });
  const slotId = slots[0]?.id ?? '';
  await grandma.call('booking.holdSlot', { slotId, childId });
  const visit = await grandma.call('booking.book', {
    ...{ slotId, childId, worries: [...worries] },
    voice: await record(test, grandma.openid),
  });
  const counsellor = as('demo-counsellor');
  await counsellor.call('booking.listDay', { day: dayOf(visit.start) });
  await counsellor.ask('booking.listenToVoice', { appointmentId: visit.id });
  const teacher = as('demo-teacher');
  await teacher.call('family.listRoster', {});
  await teacher.call('family.confirmStatus', { ...away, span: 'underHalfYear' });
  await as('demo-director').call('family.addChildByProxy', {
    ...{ nickname: '石榴籽儿', birthYear: 2016, birthMonth: 5 },
    ...{ caregiver: 'maternalGrandmother', phone: said.phones[1] ?? '' },
    township: townships.shiqiao.code,
  });
  said.nicknames.push('石榴籽儿');
  const admin = as('demo-admin');
  const post = { role: 'teacher' as const, name: said.names[0] ?? '', schoolId };
  const invited = await admin.call('account.invite', post);
  await as('wx-journey-teacher').call('account.acceptInvitation', { code: invited.code });
  const unused = await admin.call('account.invite', { ...post, name: said.names[1] ?? '' });
  said.codes.push(code, invited.code, unused.code);
  await father.call('account.listAccessLog', { childId });
  await father.call('account.exportMyData', { part: 'me' });
  await father.call('account.exportMyData', { part: 'children' });
  await father.call('account.withdrawConsent', { childId, purpose: 'recordings' });
  await grandma.call('booking.cancel', { appointmentId: visit.id });
  // Refusals and malformed requests are logged as well.
  const stranger = as('demo-stranger');
  await stranger.refusal('family.showCircle', { childId });
  for (const action of ['family.addChild', nickname, 'account.updateSettings']) {
    const input = { nickname, phone: said.phones[0], worries: 7, code };
    await stranger.send({ action, input, requestId: 'malformed-request-1' });
  }
  return said;
}

async function record(test: TestCloud, openid: string) {
  const { person } = await test.asThroughInstances(openid).call('account.home', {});
  const { default: sdk } = await import('wx-server-sdk');
  const cloudPath = `voice/${person.voiceFolder ?? ''}/one.mp3`;
  const { fileID } = await sdk.uploadFile({ cloudPath, fileContent: Buffer.from('ID3 sound') });
  return { fileId: fileID, seconds: 2 };
}
