import { limits } from '@contract/limits';
import { children, people } from '../../../cloudfunctions/platform/collections';
import { otherSchool, school, township } from '../support/documents';
import { Scenario } from '../support/scenario';

describe('accounts and children', () => {
  let scenario: Scenario;

  beforeEach(async () => {
    scenario = await Scenario.start();
  });
  afterEach(async () => {
    await scenario.close();
  });

  const child = {
    nickname: '小树',
    birthYear: 2017,
    birthMonth: 3,
    schoolId: school._id,
    relation: 'paternalGrandmother' as const,
  };

  test('a caregiver begins with large letters, a parent with standard ones', async () => {
    const grandma = scenario.as('wx-grandma');
    const mother = scenario.as('wx-mother');
    expect(await grandma.call('account.signIn', { role: 'caregiver' })).toMatchObject({
      signedIn: true,
      roles: ['caregiver'],
      size: 'large',
    });
    expect(await mother.call('account.signIn', { role: 'parent' })).toMatchObject({
      size: 'standard',
    });
  });

  test('home answers somebody never seen, without making an account', async () => {
    const answer = await scenario.as('wx-stranger').call('account.home', {});
    expect(answer).toMatchObject({
      person: { signedIn: false, roles: [] },
      children: [],
      upcoming: [],
    });
    expect(await scenario.database.get(people, 'wx-stranger')).toBeUndefined();
  });

  test('settings are kept; of a telephone number only its ending is shown', async () => {
    const me = scenario.as('wx-me');
    await me.call('account.signIn', { role: 'caregiver' });
    await me.call('account.updateSettings', { size: 'standard', township, phone: '138 0000 1234' });
    const { person } = await me.call('account.home', {});
    expect(person).toMatchObject({ size: 'standard', township, phoneEnding: '1234' });
    expect(JSON.stringify(person)).not.toContain('13800001234');
  });

  test('a person with two roles switches between them', async () => {
    const me = scenario.as('wx-me');
    await me.call('account.signIn', { role: 'caregiver' });
    await scenario.database.update(people, 'wx-me', { roles: ['caregiver', 'teacher'] });
    await me.call('account.updateSettings', { role: 'teacher' });
    const { person } = await me.call('account.home', {});
    expect(person).toMatchObject({ role: 'teacher', roles: ['caregiver', 'teacher'] });
  });

  test('an all-digit openid is an openid as any other', async () => {
    const me = scenario.as('1234567890');
    await me.call('account.signIn', { role: 'caregiver' });
    const added = await me.call('family.addChild', child);
    const { children: list } = await me.call('family.listChildren', {});
    expect(list.map(({ id }) => id)).toStrictEqual([added.id]);
  });

  test('a child takes its school’s township; without a school the adult’s own', async () => {
    const me = scenario.as('wx-me');
    await me.call('account.signIn', { role: 'caregiver', township });
    const pupil = await me.call('family.addChild', { ...child, schoolId: otherSchool._id });
    const toddler = await me.call('family.addChild', { ...child, schoolId: undefined });
    expect(await scenario.database.get(children, pupil.id)).toMatchObject({
      township: otherSchool.township,
      schoolName: '二小',
    });
    expect(await scenario.database.get(children, toddler.id)).toMatchObject({ township });
    expect(toddler.schoolName).toBeUndefined();
  });

  test('a child whose school is unknown, who is not born yet or grown up is refused', async () => {
    const me = scenario.as('wx-me');
    await me.call('account.signIn', { role: 'caregiver', township });
    const refused = (part: Partial<typeof child>) =>
      me.refusal('family.addChild', { ...child, ...part });
    expect(await refused({ schoolId: 'nowhere' })).toBe('NOT_FOUND');
    expect(await refused({ birthYear: 2027 })).toBe('INVALID_INPUT');
    expect(await refused({ birthYear: 2026, birthMonth: 12 })).toBe('INVALID_INPUT');
    expect(await refused({ birthYear: 2007, birthMonth: 11 })).toBe('INVALID_INPUT');
    await me.call('family.addChild', { ...child, birthYear: 2007, birthMonth: 12 });
    await me.call('family.addChild', { ...child, birthYear: 2026, birthMonth: 11 });
  });

  test('a caregiver without school and township is asked for one of them', async () => {
    const me = scenario.as('wx-me');
    await me.call('account.signIn', { role: 'caregiver' });
    const refused = await me.refusal('family.addChild', { ...child, schoolId: undefined });
    expect(refused).toBe('INVALID_INPUT');
  });

  test.each(['小树苗😀', '阿 依', 'A·B', '十个字的小名十个字的'])(
    'a child may be called %s',
    async (nickname) => {
      const me = scenario.as('wx-me');
      await me.call('account.signIn', { role: 'caregiver' });
      expect((await me.call('family.addChild', { ...child, nickname })).nickname).toBe(nickname);
    },
  );

  test.each([
    '',
    '  ',
    '十一个字的小名十一个字',
    '<b>小树</b>',
    'a/b',
    '小\u202e树',
    '小\n树',
    '\u200b',
  ])('a child may not be called %j', async (nickname) => {
    const me = scenario.as('wx-me');
    await me.call('account.signIn', { role: 'caregiver' });
    const refused = await me.refusal('family.addChild', { ...child, nickname });
    expect(refused).toBe('INVALID_INPUT');
  });

  test('so many children to a person and no more', async () => {
    const me = scenario.as('wx-me');
    await me.call('account.signIn', { role: 'caregiver' });
    for (let count = 0; count < limits.childrenPerPerson; count += 1) {
      await me.call('family.addChild', child);
    }
    expect(await me.refusal('family.addChild', child)).toBe('LIMIT_REACHED');
    const { children: list } = await me.call('family.listChildren', {});
    expect(list).toHaveLength(limits.childrenPerPerson);
  });

  test('a school that another adult has changed is seen by the others as well', async () => {
    const other = { openid: 'wx-mother', relation: 'mother' as const };
    const me = await scenario.family({ with: [other] });
    const { childId } = me;
    await me.call('family.updateChild', { childId, schoolId: otherSchool._id });
    const { children: list } = await scenario.as('wx-mother').call('family.listChildren', {});
    expect(list).toMatchObject([{ id: childId, schoolName: '二小' }]);
    const person = await scenario.database.get(people, 'wx-mother');
    expect(person?.children).toMatchObject([{ id: childId, schoolId: otherSchool._id }]);
  });

  test('whoever was taken out of the circle sees the child no more', async () => {
    const me = await scenario.family();
    await scenario.database.update(children, me.childId, { circle: [] });
    const { children: list } = await me.call('family.listChildren', {});
    expect(list).toStrictEqual([]);
  });
});
