import { limits } from '@contract/limits';
import { openDetails, sealDetails } from '../../../cloudfunctions/areas/booking/appointments';
import { appointments } from '../../../cloudfunctions/platform/collections';
import { Scenario } from '../support/scenario';

test('who acts for many children sees all their visits to come', async () => {
  const scenario = await Scenario.start();
  const me = await scenario.family();
  for (let nth = 0; nth < limits.childrenPerPerson; nth += 1) {
    await scenario.sibling(me, { childId: `child-more-${nth}`, nickname: '小花' });
  }
  const [slotId = ''] = await scenario.free(['9:00']);
  const { id } = await scenario.book(me, slotId);
  const visit = await scenario.database.get(appointments, id);
  if (!visit) throw new Error('nothing was booked');
  const many = limits.childrenPerPerson * limits.upcomingPerChild;
  const copies = Array.from({ length: many }, (_, nth) => {
    const _id = `visit-${nth}`;
    return { ...visit, _id, details: sealDetails(_id, openDetails(visit)) };
  });
  await scenario.database.addMany(appointments, copies);
  const found = await me.call('booking.listAppointments', { when: 'upcoming' });
  expect(found.appointments).toHaveLength(many + 1);
  await scenario.close();
});
