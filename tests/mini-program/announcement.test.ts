/** An announcement in the built mini program: what a family says of it without network is not lost. */
import { announcement } from '@/wording/announcement';
import { countyCode } from '../../demo/county/townships';
import { newFamily } from './support/booking';
import { useDemo } from './support/demo';

const demo = useDemo();
const PAGE = 'announce/show/index';

test('a tap in a tunnel counts at once, survives closing the app, and goes out with the next network', async () => {
  const { openid, childId } = await newFamily(demo.cloud, []);
  const { id } = await demo.cloud.ask('demo-admin', 'school.announce', {
    ...{ target: { scope: 'county', county: countyCode }, kind: 'answer', whom: 'anyone' },
    ...{ text: '明天打疫苗，家里来一位。', choices: ['能来', '来不了'] },
  });
  const storage = new Map<string, string>();
  const grandma = await demo.visit(openid, { storage });
  await grandma.app.open(PAGE, { id });
  await grandma.sees('明天打疫苗');
  await grandma.app.setOffline(true);
  await grandma.tap(`#choice-${childId}-1`);
  await grandma.sees(announcement.chosen('来不了'));
  await grandma.sees(announcement.waits);
  await grandma.app.close();
  expect(await said()).toBeUndefined();

  const after = await demo.visit(openid, { storage });
  const deadline = Date.now() + 60_000;
  while ((await said()) === undefined && Date.now() < deadline);
  expect(await said()).toBe(1);
  await after.app.open(PAGE, { id });
  await after.sees(announcement.chosen('来不了'));
  expect(after.text()).not.toContain(announcement.waits);

  async function said() {
    const { announcement: one } = await demo.cloud.ask(openid, 'school.showAnnouncement', {
      announcementId: id,
    });
    return one.reactions[0]?.choice;
  }
});
