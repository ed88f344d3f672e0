import { countyOf } from '../../cloudfunctions/rules/reach';
import type { Pack } from './pack';
import type { Fault } from './sheet';

/** What no single cell tells: that things name each other rightly, and that no id stands twice. */
export function faultsOf(pack: Pack): Fault[] {
  const { county, services, hotlines, schools, counsellors, posts } = pack;
  const faults: Fault[] = [];
  const townships = new Set(county.townships.map(({ name }) => name));
  const add = (file: string, row: number, heading: string, message: string) =>
    faults.push({ file, row, heading, message });

  const codes = county.townships.map(({ code }) => code);
  for (const code of codes) {
    if (countyOf(code) !== county.code)
      add('county.json', 1, 'townships', `${code} 不在 ${county.code} 里`);
  }
  if (new Set(codes).size < codes.length) add('county.json', 1, 'townships', '乡镇代码写了两次');
  if (townships.size < codes.length) add('county.json', 1, 'townships', '乡镇名字写了两次');

  const once = (file: string, rows: { row: number; value: { id: string } }[]) => {
    const seen = new Set<string>();
    for (const { row, value } of rows) {
      if (seen.has(value.id)) add(file, row, '编号', `“${value.id}”前面已经有了`);
      seen.add(value.id);
    }
    return seen;
  };
  const serviceIds = once('services', services);
  once('hotlines', hotlines);
  const schoolIds = once('schools', schools);
  const counsellorIds = once('counsellors', counsellors);

  for (const { row, value } of services) {
    if (!townships.has(value.township)) add('services', row, '乡镇', `没有乡镇“${value.township}”`);
    for (const name of Object.keys(value.travel)) {
      if (!townships.has(name)) add('services', row, '路程', `没有乡镇“${name}”`);
    }
    if (value.ways.includes('call') && value.phone === undefined) {
      add('services', row, '电话', '写了可以打电话，就要有电话');
    }
    if (value.ways.includes('referral') && value.referredBy === undefined) {
      add('services', row, '谁介绍', '写了要别人介绍，就要写谁介绍');
    }
  }
  for (const { row, value } of schools) {
    if (!townships.has(value.township)) add('schools', row, '乡镇', `没有乡镇“${value.township}”`);
  }
  for (const { row, value } of counsellors) {
    for (const id of value.services) {
      if (!serviceIds.has(id)) add('counsellors', row, '在哪里（服务编号）', `没有服务“${id}”`);
    }
    if (value.services.length === 0) add('counsellors', row, '在哪里（服务编号）', '至少写一个');
  }
  for (const { row, value } of posts) {
    const { role, schoolId, township, counsellorId } = value;
    if (schoolId !== undefined && !schoolIds.has(schoolId)) {
      add('posts', row, '学校编号', `没有学校“${schoolId}”`);
    }
    if (township !== undefined && !townships.has(township)) {
      add('posts', row, '乡镇', `没有乡镇“${township}”`);
    }
    if (counsellorId !== undefined && !counsellorIds.has(counsellorId)) {
      add('posts', row, '辅导老师编号', `没有辅导老师“${counsellorId}”`);
    }
    if (role === 'teacher' && schoolId === undefined) add('posts', row, '学校编号', '老师要写学校');
    if (role === 'director' && township === undefined)
      add('posts', row, '乡镇', '儿童主任要写乡镇');
    if (role === 'counsellor' && counsellorId === undefined) {
      add('posts', row, '辅导老师编号', '辅导老师要写编号');
    }
  }
  return faults;
}
