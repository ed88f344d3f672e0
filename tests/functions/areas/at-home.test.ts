import { children } from '../../../cloudfunctions/platform/collections';
import { school, township } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario } from '../support/scenario';

/** Who looks after a child whose family has no telephone, and the number that reaches them. */
describe('who is at home', () => {
  let scenario: Scenario;
  let director: Person;
  let childId: string;
  const phone = '13700000001';
  const atHome = { caregiver: 'maternalGrandmother' as const, phone };

  beforeEach(async () => {
    scenario = await Scenario.start();
    director = await scenario.staff({ openid: 'wx-zhou', role: 'director', township });
    const facts = { nickname: '小树', birthYear: 2017, birthMonth: 3, schoolId: school._id };
    ({ id: childId } = await director.call('family.addChildByProxy', { ...facts, ...atHome }));
  });
  afterEach(async () => {
    await scenario.close();
  });

  const joined = async (openid: string, relation: 'mother' | 'maternalGrandmother') => {
    const { code } = await director.call('family.inviteFamily', { childId });
    const who = scenario.as(openid);
    await who.call('family.joinFamily', { code, relation });
    return who;
  };
  const rosterEntry = async (who: Person) =>
    (await who.call('family.listRoster', {})).children.find(({ id }) => id === childId);

  test('the proxy finds the number in the roster and in the circle; other staff do not', async () => {
    expect(await rosterEntry(director)).toMatchObject({ atHome });
    expect(await director.call('family.showCircle', { childId })).toMatchObject({ atHome });
    const teacher = await scenario.staff({
      ...{ openid: 'wx-wang', role: 'teacher' as const, schoolId: school._id },
    });
    const other = await scenario.staff({ openid: 'wx-wu', role: 'director', township });
    for (const who of [teacher, other]) {
      const entry = await rosterEntry(who);
      expect(entry).toMatchObject({ nickname: '小树', byProxy: false });
      expect(entry).not.toHaveProperty('atHome');
    }
  });

  test('a parent reads and corrects it; another caregiver does neither', async () => {
    const mother = await joined('wx-mother', 'mother');
    const grandma = await joined('wx-grandma', 'maternalGrandmother');
    expect(await mother.call('family.showCircle', { childId })).toMatchObject({ atHome });
    expect(await grandma.call('family.showCircle', { childId })).not.toHaveProperty('atHome');
    const change = { childId, caregiver: 'relative' as const };
    expect(await grandma.refusal('family.sayWhoIsAtHome', change)).toBe('FORBIDDEN');
    await mother.call('family.sayWhoIsAtHome', change);
    // No number was said: the old one is gone.
    expect((await rosterEntry(director))?.atHome).toStrictEqual({ caregiver: 'relative' });
  });

  test('it goes to the next director with the child, and lies encrypted all the time', async () => {
    const next = await scenario.staff({ openid: 'wx-wu', role: 'director', township });
    const changed = { caregiver: 'paternalGrandfather' as const, phone: '13700000002' };
    await director.call('family.sayWhoIsAtHome', { childId, ...changed });
    const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
    await admin.call('account.endPost', { postId: 'post-wx-zhou' });
    await scenario.test.runJobs();
    expect(await rosterEntry(next)).toMatchObject({ atHome: changed });
    const kept = JSON.stringify(await scenario.database.get(children, childId));
    expect(kept).not.toContain(changed.phone);
    expect(kept).not.toContain(changed.caregiver);
  });

  test('of a family that is here itself nothing more is written down', async () => {
    const mother = { openid: 'wx-mother', relation: 'mother' as const };
    const own = await scenario.family({ with: [mother] });
    const said = { childId: own.childId, caregiver: 'relative' as const };
    const refused = scenario.as('wx-mother').refusal('family.sayWhoIsAtHome', said);
    expect(await refused).toBe('FORBIDDEN');
  });
});
