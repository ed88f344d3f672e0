/** A counsellor's own hours in the built mini program. */
import { hours } from '@/wording/hours';
import { useDemo } from './support/demo';

const demo = useDemo();
const PAGE = 'desk/hours/index';

test('a counsellor adds a span to Sunday and a day off, saves, and finds both again', async () => {
  const li = await demo.visit('demo-counsellor');
  await li.app.open(PAGE);
  await li.sees(hours.week);
  expect(li.app.page.attribute('#save-hours', 'aria-disabled')).toBe('true');
  await li.tap('#weekday-7');
  await li.sees(hours.daySpans(hours.weekday(7)));
  await li.app.page.fire('#span-from', 'change', { value: '15:00' });
  await li.sees(hours.badSpan);
  await li.app.page.fire('#span-to', 'change', { value: '16:30' });
  await li.tap('#add-span');
  await li.sees(hours.spanText('15:00', '16:30'));
  await li.tap('#day-done');
  await li.tap('#add-exception');
  await li.tap('#exception-done');
  await li.sees(hours.wholeDay);
  // Nothing is lost by a tap on "back".
  await li.tap('#back');
  await li.sees(hours.leave);
  await li.tap('#stay');
  await li.tap('#save-hours');
  await li.sees(hours.saved);

  const again = await demo.visit('demo-counsellor');
  await again.app.open(PAGE);
  await again.sees(hours.spanText('15:00', '16:30'));
  await again.sees(hours.wholeDay);
});

test('a place has its own length and may be shared; it can be given up', async () => {
  const li = await demo.visit('demo-counsellor');
  await li.app.open(PAGE);
  await li.tap('#place-school-liuxi-primary');
  await li.app.page.choose('#session', hours.minutes(30));
  await li.tap('#room');
  await li.tap('#place-done');
  await li.sees(hours.placeHint(30, 10));
  await li.sees(hours.roomHint);
  await li.tap('#place-home-liuxi');
  await li.tap('#remove-place');
  expect(li.app.page.findAll('#place-home-liuxi')).toEqual([]);
});
