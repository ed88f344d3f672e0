/** The way to the desk says how many wait, to whoever may look and to nobody else. */
import { monday, setClock } from '../support/clock';
import { school } from '../support/documents';
import { putOnDuty } from '../support/roster';
import { Scenario } from '../support/scenario';

test('counts for who is on the roster or administers the county; a teacher and a family hear nothing', async () => {
  setClock(monday);
  const scenario = await Scenario.start();
  try {
    const grandma = await scenario.family({ phone: '13800001234' });
    const teacher = await scenario.staff({
      ...{ openid: 'wx-wang', role: 'teacher', schoolId: school._id },
    });
    const li = await scenario.counsellor('wx-li');
    const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin', name: '周科长' });
    await putOnDuty(scenario, [{ duty: li.openid }]);
    expect(await li.call('safety.countAlerts', {})).toMatchObject({ waiting: 0, overdue: 0 });
    await grandma.call('school.sendMessage', {
      threadId: grandma.childId,
      content: { kind: 'text', text: '孩子说不想活了，手里拿着农药' },
      audience: 'all',
    });
    for (const who of [li, admin]) {
      expect(await who.call('safety.countAlerts', {})).toMatchObject({ waiting: 1, overdue: 0 });
    }
    setClock(monday + 16 * 60_000);
    expect(await li.call('safety.countAlerts', {})).toMatchObject({ waiting: 1, overdue: 1 });
    for (const who of [teacher, grandma]) {
      expect(await who.refusal('safety.countAlerts', {})).toBe('FORBIDDEN');
    }
  } finally {
    await scenario.close();
  }
});
