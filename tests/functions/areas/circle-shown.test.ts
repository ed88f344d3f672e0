/** What the circle's page and a card need to know, and what nobody else learns by it. */
import { children, people } from '../../../cloudfunctions/platform/collections';
import { monday } from '../support/clock';
import { personDocument } from '../../../demo/families/documents';
import { school, township } from '../support/documents';
import { Scenario } from '../support/scenario';

describe('the circle, shown', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  test('a card leads whoever is in already to the child, and tells nobody else its id', async () => {
    const me = await scenario.family();
    const { code } = await me.call('family.inviteFamily', { childId: me.childId });
    expect(await me.call('account.showInvitation', { code })).toHaveProperty('childId', me.childId);
    const stranger = scenario.as('wx-stranger');
    const shown = await stranger.call('account.showInvitation', { code });
    expect(shown).not.toHaveProperty('childId');
    expect(JSON.stringify(shown)).not.toContain(me.childId);
  });

  test('staff who act for the family are named, families are not', async () => {
    const me = await scenario.family();
    const child = await scenario.database.get(children, me.childId);
    const proxy = { openid: 'wx-director', relation: 'other', standing: 'proxy' } as const;
    await scenario.database.update(children, me.childId, {
      circle: [...(child?.circle ?? []), { ...proxy, since: monday }],
    });
    const director = {
      openid: proxy.openid,
      roles: ['director' as const],
      name: '周主任',
      size: 'standard' as const,
      township,
    };
    await scenario.database.add(people, personDocument(director, [], monday));
    const { members } = await me.call('family.showCircle', { childId: me.childId });
    expect(members.map((member) => member.name)).toEqual([undefined, '周主任']);
  });

  test('a child may go to no school any more; nothing else changes with it', async () => {
    const me = await scenario.family();
    const before = await me.call('family.showCircle', { childId: me.childId });
    expect(before.child.schoolId).toBe(school._id);
    const after = await me.call('family.updateChild', { childId: me.childId, schoolId: null });
    expect(after).not.toHaveProperty('schoolName');
    expect(after).toMatchObject({ nickname: before.child.nickname, birthYear: 2016 });
    const { children: list } = await me.call('family.listChildren', {});
    expect(list[0]).not.toHaveProperty('schoolId');
    expect(await scenario.database.get(children, me.childId)).toHaveProperty('township', township);
  });
});
