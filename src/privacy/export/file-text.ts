import { dayOf } from '@rules/dates';
import { common } from '@/wording/common';
import { noticeText } from '@/wording/inbox';
import { privacy } from '@/wording/privacy';
import type { MyRecords } from './use-export';

/** The file: the records as they are kept, for whoever or whatever reads them next (PIPL 45). */
export function fileText({
  me,
  visits,
  waits,
  children,
  announcements,
  notices,
  learning,
  threads,
}: MyRecords): string {
  const { now, person, phone, since } = me;
  const file = {
    about: `${common.product} · ${privacy.exportHeading}`,
    day: dayOf(now),
    moments: 'milliseconds since 1970-01-01 UTC',
    me: { ...person, phone, since },
    children: children.map(({ circle, ...said }) => ({ ...circle, ...said })),
    visits,
    waits,
    announcements,
    learning,
    threads,
    notices: notices.map((notice) => ({ ...notice, text: noticeText(notice, now) })),
  };
  return JSON.stringify(file, null, 2);
}
