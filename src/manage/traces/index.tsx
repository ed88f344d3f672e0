import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AuditMonth } from '@contract/reports';
import { dayOf, startOfDay } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Line, Notice } from '@/components/notice';
import { Pills } from '@/components/pills';
import { Screen } from '@/components/screen';
import { copyText, sendFile } from '@/session/device';
import { open } from '@/session/routes';
import { traces } from '@/wording/manage';
import { fullDate } from '@/wording/when';
import '../brings';
import { ForAdmin } from '../parts/for-admin';
import { groups, named, tableOf, yearOf } from './table';

/** An audit looks back so far. */
const yearsShown = 3;

/** What was counted of a year: for the audit that the law asks for, and to see that it is kept. */
export default function TracesPage() {
  const now = useServerNow();
  const thisYear = Number(dayOf(now).slice(0, 4));
  const [picked, setPicked] = useState<string>();
  const year = Number(picked ?? thisYear);
  const query = useQuery('reports.exportAudit', { year });
  const [said, setSaid] = useState<'sent' | 'copied' | 'sendFailed'>();

  async function send(months: AuditMonth[]) {
    const table = tableOf(months);
    // Not every WeChat shares files; then the table can be pasted.
    if (await sendFile(`${traces.title}-${year}.csv`, table)) setSaid('sent');
    else setSaid((await copyText(table)) ? 'copied' : 'sendFailed');
  }
  const months = query.data?.months ?? [];
  return (
    <Screen
      title={traces.title}
      footer={
        months.length > 0 ? (
          <>
            {said ? (
              <Line
                tone={said === 'sendFailed' ? 'alarm' : 'coming'}
                icon={said === 'sendFailed' ? 'circle-alert' : 'check'}
                text={traces[said]}
              />
            ) : null}
            <Button
              id="export"
              icon="download"
              label={traces.export}
              onTap={() => void send(months)}
            />
          </>
        ) : undefined
      }
    >
      <Heading title={traces.heading(year)} hint={traces.hint} />
      <Pills
        id="year"
        label={traces.year}
        choices={Array.from({ length: yearsShown }, (_, back) => {
          const value = String(thisYear - back);
          return { value, text: value };
        })}
        chosen={[String(year)]}
        onTap={(value) => {
          setPicked(value);
          setSaid(undefined);
        }}
      />
      <Choice id="go-holds" icon="lock" title={traces.toHolds} onTap={() => open('legalHolds')} />
      <ForAdmin query={query}>{(data) => <Year key={year} months={data.months} />}</ForAdmin>
    </Screen>
  );
}

function Year({ months }: { months: AuditMonth[] }) {
  const [open, setOpen] = useState(false);
  const year = yearOf(months);
  if (!year) return <Notice icon="inbox" title={traces.none} hint={traces.noneHint} />;
  return (
    <>
      <Month month={year} title={traces.whole} />
      <Button
        id="months"
        look="soft"
        label={open ? traces.fold : traces.months}
        onTap={() => setOpen(!open)}
      />
      {open
        ? [...months]
            .reverse()
            .map((month) => <Month key={month.month} month={month} title={month.month} />)
        : null}
    </>
  );
}

function Month({ month, title }: { month: AuditMonth; title: string }) {
  const { through, people, children, erased } = month;
  const until = through === '' ? '' : traces.through(fullDate(startOfDay(through)));
  return (
    <Card>
      <View className="stack">
        <View>
          <View className="t-heading">{title}</View>
          <View className="t-small t-quiet">{until}</View>
        </View>
        <Count name={traces.people} count={people} />
        <Count name={traces.children} count={children} />
        {groups.map(([group, names]) => (
          <View key={group} className="stack stack--tight">
            <View className="t-strong">{traces[group]}</View>
            {named(month[group], names).map(([name, count]) => (
              <Count key={name} name={name} count={count} />
            ))}
            {named(month[group], names).length === 0 ? (
              <View className="t-quiet">{traces.nothing}</View>
            ) : null}
          </View>
        ))}
        <Count name={traces.erased} count={erased} />
      </View>
    </Card>
  );
}

function Count({ name, count }: { name: string; count: number }) {
  return (
    <View className="row row--between">
      <View className="grow">{name}</View>
      <View className="t-strong">{count}</View>
    </View>
  );
}
