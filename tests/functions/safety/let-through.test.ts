import { dayOf } from '@rules/dates';
import { monday } from '../support/clock';
import type { Person } from '../support/person';
import { startDesk, type SafeguardingDesk } from './support';

const words = '我今晚就从楼顶跳下去';

/** What was kept from a family and is urgent: two people look before the family reads it. */
describe('letting through what is held', () => {
  let here: SafeguardingDesk;
  let alertId: string;

  beforeEach(async () => {
    here = await startDesk();
    const { grandma, li, standard, theOnly } = here;
    await standard();
    const mood = { childId: grandma.childId, day: dayOf(monday), face: 'sad' as const, words };
    expect(await grandma.call('family.recordMood', mood)).toMatchObject({ held: true });
    alertId = await theOnly();
    await li.call('safety.acceptAlert', { alertId });
    const report = { made: false as const, reason: '问过了，没有这回事' };
    await li.call('safety.recordReport', { alertId, report });
  });
  afterEach(() => here.scenario.close());

  const finish = (part: { release?: boolean } = {}) =>
    here.li.call('safety.resolveAlert', {
      ...{ alertId, outcome: 'noConcern', text: '是歌词', judgement: 'wrong', ...part },
    });
  const confirm = (agree: boolean) =>
    here.yang.call('safety.confirmResolution', { alertId, agree, text: '看过了' });
  const isShown = async (who: Person) => {
    const { childId } = here.grandma;
    const { entries } = await who.call('family.listTimeline', { childId });
    return JSON.stringify(entries).includes(words);
  };

  test('the family reads it only when the second person agrees, and the history says who let it through', async () => {
    const { father, yang, admin } = here;
    expect((await finish({ release: true })).alert.state).toBe('secondLook');
    expect(await isShown(father)).toBe(false);
    const before = await yang.call('safety.showAlert', { alertId });
    expect(before.alert.history.at(-1)).toMatchObject({ step: 'resolved', release: true });
    await confirm(true);
    expect(await isShown(father)).toBe(true);
    const { alert } = await yang.call('safety.showAlert', { alertId });
    expect(alert).toMatchObject({ state: 'closed', chainOk: true });
    expect(alert.history.slice(-2)).toMatchObject([
      { step: 'resolved', release: true, by: { name: '李老师' } },
      { step: 'confirmed', release: true, by: { name: '杨主任' } },
    ]);
    const { text } = await admin.call('safety.exportAlert', { alertId, purpose: '来函' });
    expect(text.match(/给家里看：可以/g)).toHaveLength(2);
  });

  test('nobody lets it through when the second person does not agree, nor later by an earlier wish', async () => {
    const { father, yang } = here;
    await finish({ release: true });
    await confirm(false);
    expect(await isShown(father)).toBe(false);
    await finish();
    await confirm(true);
    expect(await isShown(father)).toBe(false);
    const { alert } = await yang.call('safety.showAlert', { alertId });
    expect(alert.history.at(-1)).not.toHaveProperty('release');
    expect(alert.chainOk).toBe(true);
  });
});
