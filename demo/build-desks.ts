import type { DeskDocument } from '../cloudfunctions/platform/collections';
import { emptyDesk } from '../cloudfunctions/platform/desks';
import { countyCode } from './county/townships';
import { secondTeacherOpenid } from './people';

const clock = (hour: number, minute = 0) => hour * 60 + minute;

/** The teachers answer families before the first lesson and after the last one. */
export function demonstrationDesks(): DeskDocument[] {
  const spans = [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: clock(7, 30), to: clock(8) },
    { weekday, from: clock(16), to: clock(18) },
  ]);
  return [
    {
      ...emptyDesk('school-liuxi-primary', countyCode),
      teachers: ['demo-teacher', secondTeacherOpenid].map((openid) => ({
        ...{ openid, spans, absences: [] },
      })),
    },
  ];
}
