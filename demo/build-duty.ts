import type { DutyRosterDocument, PostDocument } from '../cloudfunctions/platform/collections';
import { rosterId } from '../cloudfunctions/platform/duty';
import { addDays, dayOf } from '../cloudfunctions/rules/dates';
import { mondayOf } from '../cloudfunctions/rules/duty';
import { countyCode } from './county/townships';
import { counsellorOpenid, directorOpenid } from './people';

const weeksAhead = 4;
const wholeDay = { from: 0, to: 24 * 60 };

/** Somebody is on duty at every hour: 李老师 from Monday to Friday, 周主任 at the weekend. */
export function demonstrationDuty(
  posts: readonly PostDocument[],
  now: number,
): DutyRosterDocument[] {
  const onDuty = (openid: string) => {
    const post = posts.find((one) => one.openid === openid);
    if (!post) throw new Error(`${openid} has no post`);
    return { openid, postId: post._id };
  };
  const counsellor = onDuty(counsellorOpenid);
  const director = onDuty(directorOpenid);
  const monday = mondayOf(dayOf(now));
  return Array.from({ length: weeksAhead }, (_none, ahead) => {
    const week = addDays(monday, 7 * ahead);
    const shifts = [0, 1, 2, 3, 4, 5, 6].map((number) => {
      const weekend = number > 4;
      const [duty, standIn] = weekend ? [director, counsellor] : [counsellor, director];
      const day = addDays(week, number);
      return { id: `demo-duty-${day}`, day, ...wholeDay, duty, standIn, swap: null };
    });
    return { _id: rosterId(countyCode, week), county: countyCode, week, rev: 1, shifts };
  });
}
