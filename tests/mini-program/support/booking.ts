import { consentVersions } from '@contract/consent';
import type { PlaceKind, Purpose } from '@contract/enums';
import type { DemoCloud } from './demo-cloud';
import { waitFor } from './time';
import type { Visitor } from './visitor';

export const HOME = 'pages/home/index';
export const TIMES = 'booking/times/index';
export const CONFIRM = 'booking/confirm/index';
export const DONE = 'booking/done/index';
export const DETAIL = 'booking/detail/index';

export const liuxi = '990101002';
const school = 'school-liuxi-primary';

let families = 0;

/**
 * A grandmother with one child of 柳溪镇中心小学: nobody else's bookings are in her way. She has
 * said yes to what is named.
 */
export async function newFamily(
  cloud: DemoCloud,
  agreed: Purpose[] = ['booking'],
): Promise<{ openid: string; childId: string }> {
  families += 1;
  const openid = `test-grandma-${families}`;
  await cloud.ask(openid, 'account.signIn', { role: 'caregiver', township: liuxi });
  const { id } = await cloud.ask(openid, 'family.addChild', {
    nickname: '小禾',
    birthYear: new Date().getFullYear() - 9,
    birthMonth: 3,
    schoolId: school,
    relation: 'paternalGrandmother',
  });
  if (agreed.length > 0) await agreeTo(cloud, openid, id, agreed);
  return { openid, childId: id };
}

/** Says yes, as this adult of the child. */
export async function agreeTo(
  cloud: DemoCloud,
  openid: string,
  childId: string,
  agreed: Purpose[],
): Promise<void> {
  await cloud.ask(openid, 'account.giveConsent', {
    childId,
    choices: agreed.map((purpose) => ({
      purpose,
      agree: true,
      version: consentVersions[purpose],
    })),
  });
}

/** From Home to the times, the earliest of which is kept then. */
export async function goToTimes(visitor: Visitor, place: PlaceKind = 'school'): Promise<void> {
  await visitor.go('#go-book', 'booking/worry/index');
  await chooseWorryAndPlace(visitor, place);
}

/** From "what worries you" to the times. */
export async function chooseWorryAndPlace(visitor: Visitor, place: PlaceKind): Promise<void> {
  await visitor.tap('#worry-unhappy');
  await visitor.go('#next', 'booking/place/index');
  await visitor.go(`#place-${place}`, TIMES);
}

/** From the times to the summary that waits for a yes. */
export async function goToConfirm(visitor: Visitor): Promise<void> {
  await goToTimes(visitor);
  await visitor.go('#take', CONFIRM);
}

/**
 * Takes a time of the next other day that has any, and goes on: far enough ahead to be changed by
 * the family itself, at whatever hour of the day the tests run.
 */
export async function takeLater(visitor: Visitor, route: string): Promise<void> {
  const { page } = visitor.app;
  await page.waitForText('已为您留住');
  const held = page.text('#take');
  const day = page
    .findAll('.day-strip__day')
    .find((node) => !/--on|--none/.test(page.attribute(node, 'class')));
  if (!day) throw new Error(`no other day has times: ${page.text()}`);
  await visitor.tap(day);
  const slot = await waitFor(
    () => page.findAll('.card').find((node) => page.attribute(node, 'aria-checked') === 'false'),
    'a time of that day',
  );
  await visitor.tap(slot);
  await waitFor(
    () => page.text('#take') !== held && page.attribute('#take', 'aria-disabled') !== 'true',
    'that time to be kept',
  );
  await visitor.go('#take', route);
}

/** What is coming for this person's children, as the cloud has it. */
export async function upcomingOf(cloud: DemoCloud, openid: string) {
  const { appointments } = await cloud.ask(openid, 'booking.listAppointments', {
    when: 'upcoming',
  });
  return appointments;
}
