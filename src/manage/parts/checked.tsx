import type { OutputOf } from '@contract';
import { Line } from '@/components/notice';
import { manage } from '@/wording/manage';
import { savedText } from '@/wording/when';

/** When somebody called last, and who, as far as the newest of the history tells. */
export function Checked({ record }: { record: OutputOf<'directory.showRecord'> }) {
  const { verifiedAt, overdue, now, history } = record;
  const by = history.entries.find(({ at, what }) => what !== 'changed' && at === verifiedAt)?.name;
  const when = savedText(verifiedAt, now);
  const text = by === undefined ? manage.checked(when) : manage.checkedBy(when, by);
  return (
    <Line
      tone={overdue ? 'coming' : 'quiet'}
      icon={overdue ? 'hourglass' : 'check'}
      text={overdue ? `${manage.isOverdue}，${text}` : text}
    />
  );
}
