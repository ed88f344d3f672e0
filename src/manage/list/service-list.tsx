import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { InputOf } from '@contract';
import type { DeskService } from '@contract/manage';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Field } from '@/components/field';
import { Icon } from '@/components/icon';
import { MoreButton } from '@/components/more';
import { Line, Notice } from '@/components/notice';
import { Pills } from '@/components/pills';
import { open } from '@/session/routes';
import { manage } from '@/wording/manage';
import { accessNames } from '@/wording/names';
import { savedText } from '@/wording/when';
import { ForAdmin } from '../parts/for-admin';
import { closingText } from '../parts/closing-text';

type Show = NonNullable<InputOf<'directory.listForDesk'>['show']>;
const shows: Show[] = ['all', 'overdue', 'closed'];
/** While somebody types no question is asked for every letter. */
const pauseMs = 500;

const empty: Record<Show, [string, string]> = {
  all: [manage.none, manage.noneHint],
  overdue: [manage.noneOverdue, manage.noneOverdueHint],
  closed: [manage.noneClosed, manage.noneClosedHint],
};

/** The county's services, or a school's: searched, and those not checked for longest first. */
export function ServiceList() {
  const [show, setShow] = useState<Show>('all');
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const input = { show, ...(search !== '' && { search }) };
  const query = useQuery('directory.listForDesk', input);
  const first = query.data && { rows: query.data.rows, next: query.data.next };
  const more = useMore(first, query.savedAt, async (from: number) => {
    const answer = await call('directory.listForDesk', { ...input, from });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.rows, next: answer.data.next } };
  });
  const [none, noneHint] = search === '' ? empty[show] : [manage.noneFound, manage.noneFoundHint];
  return (
    <>
      <Field
        id="search"
        label={manage.search}
        placeholder={manage.search}
        value={typed}
        maxLength={20}
        onChange={setTyped}
      />
      <ForAdmin query={query}>
        {({ counts, schoolOnly, now }) => (
          <>
            <Pills
              id="show"
              label={manage.show}
              choices={shows.map((value) => ({ value, text: manage[value](counts[value]) }))}
              chosen={[show]}
              onTap={setShow}
            />
            {schoolOnly ? <Line tone="quiet" icon="info" text={manage.schoolOnly} /> : null}
            {more.rows.length === 0 ? (
              <Notice icon="search" title={none} hint={noneHint} />
            ) : (
              more.rows.map((row) => <ServiceRow key={row.id} row={row} now={now} />)
            )}
            <MoreButton more={more} />
          </>
        )}
      </ForAdmin>
    </>
  );
}

function ServiceRow({ row, now }: { row: DeskService; now: number }) {
  const { id, name, townshipName, phone, ways, verifiedAt, overdue, closedOn } = row;
  const facts = [townshipName, phone, ways.map((way) => accessNames[way]).join('、')]
    .filter(Boolean)
    .join(' · ');
  const closing = closingText(closedOn, now);
  return (
    <Card
      id={`service-${id}`}
      label={[name, facts, closing, overdue ? manage.isOverdue : ''].filter(Boolean).join('，')}
      onTap={() => open('record', { id })}
    >
      <View className="row">
        <View className="grow stack stack--tight">
          <View className="t-strong">{name}</View>
          <View className="t-small t-quiet">{facts}</View>
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

/** A text that has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
