import type { InputOf } from '@contract';
import { addDays, dayOf } from '@rules/dates';
import { monday } from '../support/clock';
import { school } from '../support/documents';
import type { Person } from '../support/person';
import { putOnDuty } from '../support/roster';
import { Scenario } from '../support/scenario';

export const despair = '孩子说不想活了，手里拿着农药';
export const harmless = '今天作业写完了';

export type SafeguardingDesk = Awaited<ReturnType<typeof startDesk>>;

/** A family, and the people of a county who take up what is raised about its child. */
export async function startDesk() {
  const scenario = await Scenario.start();
  const father = scenario.as('wx-father');
  const grandma = await scenario.family({
    phone: '13800001234',
    with: [{ openid: father.openid, relation: 'father' }],
  });
  await scenario.staff({ openid: 'wx-wang', role: 'teacher', schoolId: school._id });
  const li = await scenario.counsellor('wx-li');
  const yang = await scenario.staff({ openid: 'wx-yang', role: 'director', name: '杨主任' });
  const next = await scenario.staff({ openid: 'wx-next', role: 'director', name: '赵主任' });
  const admin = await scenario.staff({ openid: 'wx-admin', role: 'admin', name: '周科长' });

  const rowsOf = async (who: Person) =>
    (await who.call('safety.listAlerts', { show: 'open' })).rows;
  return {
    ...{ scenario, grandma, father, li, yang, next, admin, rowsOf },
    /** The counsellor on duty, the director to stand in; another director tomorrow. */
    standard: () =>
      putOnDuty(scenario, [
        { duty: li.openid, standIn: yang.openid },
        { duty: next.openid, day: addDays(dayOf(monday), 1) },
      ]),
    say: (text: string, part: Partial<InputOf<'school.sendMessage'>> = {}, id?: string) =>
      grandma.call(
        'school.sendMessage',
        { threadId: grandma.childId, content: { kind: 'text', text }, audience: 'all', ...part },
        id,
      ),
    theOnly: async () => {
      const [row, more] = await rowsOf(admin);
      if (!row || more) throw new Error('there is not exactly one alert');
      return row.id;
    },
    told: async (who: Person) => {
      await scenario.test.runJobs();
      const { notices } = await who.call('notify.listInbox', {});
      return notices.filter(({ kind }) => kind === 'dutyAlert').length;
    },
  };
}
