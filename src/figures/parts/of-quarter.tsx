import { View } from '@tarojs/components';
import type { Overview } from '@contract/overview';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { figures } from '@/wording/figures';
import { tensText } from '@/wording/tens';
import { Bars } from './bars';

type Quarter = NonNullable<Overview['quarter']>;

/** What is shown by quarter alone: waits by group, alerts, and the talks of each counsellor. */
export function OfQuarter({ groups, alerts, sessions }: Quarter) {
  const waitText = (days: number | undefined) =>
    days === undefined ? figures.fewWaits : figures.days(days);
  const due = alerts && {
    ...{ name: figures.alertsDue, count: alerts.due },
    text: tensText(alerts.due, figures.alertUnit),
  };
  const inTime = alerts && {
    ...{ name: figures.alertsInTime, count: alerts.inTime },
    text: tensText(alerts.inTime, figures.alertUnit),
  };
  return (
    <>
      <Card>
        <View className="stack">
          <View className="t-heading">{figures.waits}</View>
          <Fact icon="hourglass" title={figures.waitReserved}>
            {waitText(groups.reserved)}
          </Fact>
          <Fact icon="hourglass" title={figures.waitOthers}>
            {waitText(groups.others)}
          </Fact>
        </View>
      </Card>
      {due && inTime ? (
        <Bars title={figures.alerts} bars={[due, inTime]} hint={figures.alertsHint} />
      ) : null}
      {sessions && sessions.length > 0 ? (
        <Bars
          title={figures.sessions}
          bars={sessions.map(({ name, done }) => ({
            ...{ name, count: done },
            text: figures.sessionText(done),
          }))}
          hint={`${figures.sessionsHint}${sessions.some(({ done }) => done === 0) ? figures.sessionsFew : ''}`}
        />
      ) : (
        <Card>
          <View className="t-heading">{figures.sessions}</View>
          <View className="t-quiet">{figures.sessionsLater}</View>
        </Card>
      )}
    </>
  );
}
