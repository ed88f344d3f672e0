/** What a screen reader announces of the built mini program. */
import { common } from '@/wording/common';
import { HOME } from './support/booking';
import { useDemo } from './support/demo';
import type { Page } from './support';

const demo = useDemo();
const ME = 'pages/me/index';

const pages: [openid: string, route: string, sign: string][] = [
  ['demo-stranger', HOME, '附近谁能帮'],
  ['demo-stranger', 'family/who/index', '点一个就行'],
  ['demo-stranger', 'help/directory/index', '柳溪镇'],
  ['demo-grandma', HOME, '小树'],
  ['demo-grandma', ME, '小树'],
  ['demo-counsellor', HOME, '个空'],
  ['demo-grandma', 'pages/guides/index', '附近谁能帮'],
  ['demo-grandma', 'pages/messages/index', '柳溪镇中心小学'],
  ['demo-grandma', 'pages/phones/index', '12356'],
  ['demo-grandma', 'family/add-child/index', '小名'],
  ['demo-grandma', 'booking/child/index', '加一个孩子'],
  ['demo-grandma', 'family/circle/index', '能做主'],
  ['demo-grandma', 'family/consent/index', '已同意'],
  ['demo-grandma', 'family/away/index', '都在家'],
  ['demo-grandma', 'booking/list/index', '还没有约'],
  ['demo-grandma', 'booking/waits/index', '没有在排队'],
  ['demo-grandma', 'booking/rule/index', '先来先得'],
  ['demo-stranger', 'privacy/policy/index', '12345'],
  ['demo-father', 'privacy/leave/index', '按法律留下的'],
  ['demo-teacher', 'desk/roster/index', '岁'],
  ['demo-director', 'desk/proxy/index', '谁在家带'],
  ['demo-counsellor', 'desk/phone-in/index', '新的一家'],
  ['demo-counsellor', 'desk/week/index', '周日'],
  ['demo-counsellor', 'desk/day/index', '个空'],
  ['demo-admin', 'desk/staff/index', '王老师'],
  ['demo-counsellor', 'desk/hours/index', '每个星期'],
  ['demo-admin', 'desk/invite/index', '儿童主任'],
  ['demo-counsellor', 'publish/list/index', '今天就能做的两件小事'],
  ['demo-counsellor', 'publish/write/index', '标题和目的'],
];

test.each(pages)('%s on %s: all that can be tapped is announced', async (openid, route, sign) => {
  const visitor = await demo.visit(openid);
  await visitor.app.open(route);
  await visitor.sees(sign);
  expect(unannounced(visitor.app.page)).toEqual([]);
});

/** What reacts to a tap without saying what it is, or without a name. */
function unannounced(page: Page): string[] {
  return page
    .tappable()
    .filter((node) => {
      const name = page.attribute(node, 'aria-label') || page.text(node).trim();
      return page.attribute(node, 'aria-role') === '' || name === '';
    })
    .map((node) => `${page.attribute(node, 'class')}: ${page.text(node)}`);
}

test('choices say whether they are chosen, tabs where one is, and help is announced', async () => {
  const grandma = await demo.visit('demo-grandma');
  const { app } = grandma;
  const read = (target: string, name: string) => app.page.attribute(target, `aria-${name}`);
  await grandma.sees('小树');
  expect([read('#help', 'role'), read('#help', 'label')]).toEqual(['button', common.helpLabel]);
  expect([read('#tab-home', 'role'), read('#tab-home', 'selected')]).toEqual(['tab', 'true']);
  expect(read('#tab-me', 'selected')).toBe('false');
  await grandma.go('#go-book', 'booking/worry/index');
  expect(read('#back', 'label')).toBe(common.back);
  expect(read('#next', 'disabled')).toBe('true');
  expect([read('#worry-sleep', 'role'), read('#worry-sleep', 'checked')]).toEqual([
    'checkbox',
    'false',
  ]);
  await grandma.tap('#worry-sleep');
  expect(read('#worry-sleep', 'checked')).toBe('true');
  expect(read('#next', 'disabled')).not.toBe('true');
});
