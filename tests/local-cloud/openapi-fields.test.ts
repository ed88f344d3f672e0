/** The kinds of fields in subscription messages, each at its limit and one step beyond. */
import { fitsField, kindOf } from '../../local-cloud/openapi/fields';

const FAMILY = '👨‍👩‍👧'; // five characters to Array.from: three people and two joiners

test.each([
  ['thing1', '好'.repeat(20)],
  ['thing1', '😀'.repeat(20)],
  ['thing1', '咨询 A-1，下午'],
  ['thing1', FAMILY.repeat(4)],
  ['name2', '欧阳'.repeat(5)],
  ['name2', '阿依古丽·买买提'],
  ['name2', 'A'.repeat(20)],
  ['name2', 'Mary Ann'],
  ['phrase3', '已预约成功'],
  ['character_string4', 'A1-#'.repeat(8)],
  ['number5', '9'.repeat(32)],
  ['number5', '12.50'],
  ['letter6', 'aZ'.repeat(16)],
  ['symbol7', '!?#￥%'],
  ['phone_number8', '+86-0766-66888866'],
  ['car_number9', '粤A8Z888挂'],
  ['amount10', '￥1234567890.00元'],
  ['amount10', '12'],
  ['time11', '15:01'],
  ['time11', '2026年11月1日 15:01'],
  ['time11', '2026年11月1日 15:01~2026年11月1日 16:00'],
  ['time11', '9:05~10:00'],
  ['date12', '2026年11月1日'],
  ['date12', '2028年2月29日'],
  ['date12', '2026年11月1日 15:01'],
  ['enum13', '待确认'],
])('%s takes %s', (field, value) => expect(fitsField(field, value)).toBe(true));

test.each([
  ['thing1', '好'.repeat(21)],
  ['thing1', '😀'.repeat(21)],
  ['thing1', FAMILY.repeat(5)],
  ['thing1', '一行\n两行'],
  ['thing1', ''],
  ['thing1', '   '],
  ['name2', '欧阳'.repeat(5) + '修'],
  ['name2', '王A'.repeat(6)],
  ['name2', 'A'.repeat(21)],
  ['name2', '小明2'],
  ['phrase3', '已经预约成功'],
  ['phrase3', 'OK'],
  ['phrase3', '已预约!'],
  ['character_string4', 'A'.repeat(33)],
  ['character_string4', '编号1'],
  ['number5', '9'.repeat(33)],
  ['number5', '1,000'],
  ['number5', '十'],
  ['letter6', 'a'.repeat(33)],
  ['letter6', 'a1'],
  ['symbol7', '!!!!!!'],
  ['symbol7', 'a'],
  ['phone_number8', '1'.repeat(18)],
  ['phone_number8', '电话'],
  ['car_number9', '粤A8Z8888挂挂'],
  ['car_number9', '粤A中888'],
  ['amount10', '12345678901'],
  ['amount10', '12块'],
  ['time11', '24:00'],
  ['time11', '15:60'],
  ['time11', '2026年11月1日'],
  ['time11', '2026年2月30日 15:01'],
  ['time11', '15:01~'],
  ['time11', '1:00~2:00~3:00'],
  ['time11', '2026-11-01 15:01'],
  ['date12', '2026年13月1日'],
  ['date12', '2027年2月29日'],
  ['date12', '11月1日'],
  ['date12', '15:01'],
])('%s does not take %s', (field, value) => expect(fitsField(field, value)).toBe(false));

test('an enumeration takes only its values', () => {
  expect(fitsField('enum1', '待确认', ['待确认', '已确认'])).toBe(true);
  expect(fitsField('enum1', '取消', ['待确认', '已确认'])).toBe(false);
});

test.each(['thing', 'note1', 'THING1', '1', 'thing1x', '__proto__1', 'constructor1'])(
  '%s is no keyword',
  (field) => expect(kindOf(field)).toBeNull(),
);
