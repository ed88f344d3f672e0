import { View } from '@tarojs/components';
import type { CheckedLine } from '@contract/safety';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import { Notice } from '@/components/notice';
import { open } from '@/session/routes';
import { manage } from '@/wording/manage';
import { lines as words } from '@/wording/safety-duty';
import { savedText } from '@/wording/when';
import { closingText } from '../parts/closing-text';
import { ForAdmin } from '../parts/for-admin';

/** Telephone lines: those said to be wrong first, then those not called for long. */
export function LineList() {
  const query = useQuery('safety.listLines', {});
  return (
    <ForAdmin query={query}>
      {({ lines, now }) =>
        lines.length === 0 ? (
          <Notice icon="phone" title={manage.noneLines} />
        ) : (
          [...lines]
            .sort(firstToCheck)
            .map((line) => <LineRow key={line.id} line={line} now={now} />)
        )
      }
    </ForAdmin>
  );
}

const weight = ({ reports, overdue }: CheckedLine) =>
  reports.wrongNumber * 100 + reports.noAnswer * 10 + (overdue ? 1 : 0);
const firstToCheck = (one: CheckedLine, other: CheckedLine) =>
  weight(other) - weight(one) || one.order - other.order;

function LineRow({ line, now }: { line: CheckedLine; now: number }) {
  const { id, number, name, purpose, overdue, verifiedAt, closedOn } = line;
  const reports = words.reports(line.reports);
  const closing = closingText(closedOn, now);
  return (
    <Card
      id={`line-${id}`}
      tone={reports === '' ? 'plain' : 'alarm'}
      label={[name, number, reports, overdue ? manage.isOverdue : ''].filter(Boolean).join('，')}
      onTap={() => open('line', { id })}
    >
      <View className="row">
        <View className="grow stack stack--tight">
          <View className="t-strong">
            {name} {number}
          </View>
          <View className="t-small t-quiet">{purpose}</View>
          {reports === '' ? null : <View className="t-small">{reports}</View>}
          <View className="row row--wrap">
            {overdue ? <Chip tone="coming" text={manage.isOverdue} /> : null}
            {closing ? <Chip tone="alarm" text={closing} /> : null}
            <View className="t-small t-quiet">{manage.checked(savedText(verifiedAt, now))}</View>
          </View>
        </View>
        <Icon name="chevron-right" />
      </View>
    </Card>
  );
}
