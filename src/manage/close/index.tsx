import { useState } from 'react';
import type { ServiceFields } from '@contract/manage';
import { addDays, dayOf } from '@rules/dates';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { DayWheel } from '@/components/wheels';
import { back, backTo } from '@/session/routes';
import { manage } from '@/wording/manage';
import '../brings';
import { usePageId } from '../parts/find';
import { ForAdmin } from '../parts/for-admin';

/** A place is no more: from which day, what is booked there after it, and what becomes of that. */
export default function ClosePage() {
  const id = usePageId();
  const query = useQuery('directory.showRecord', id ? { kind: 'service', id } : null);
  const [picked, setPicked] = useState<string>();
  const [changed, setChanged] = useState(false);
  const { busy, failed, write } = useWrite();
  const record = query.data;
  const today = record ? dayOf(record.now) : undefined;
  const closedOn = picked ?? record?.service?.closedOn ?? (today && addDays(today, 1));

  async function save(fields: ServiceFields, rev: number) {
    if (id === undefined) return;
    const answer = await write('directory.saveService', { base: { id, rev }, fields });
    if (!answer.ok) return;
    if (answer.data.state === 'saved') {
      backTo('record');
      return;
    }
    // Nothing of it was typed: the newer state is shown, and the day is still as picked.
    setChanged(true);
    query.reload();
  }
  const service = record?.service;
  return (
    <Screen
      title={manage.closeTitle}
      footer={
        record && service && closedOn !== undefined ? (
          <>
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
            {changed ? <Line icon="info" text={manage.changedTitle} /> : null}
            <Button
              id="stay-open"
              look="line"
              label={service.closedOn === undefined ? manage.closeNo : manage.reopen}
              busy={busy}
              onTap={() => {
                if (service.closedOn === undefined) return back();
                const { closedOn: _closed, ...opened } = service;
                void save(opened, record.rev);
              }}
            />
            <Button
              id="close-service"
              look="alarm"
              icon="calendar-x"
              label={manage.closeYes}
              busy={busy}
              onTap={() => void save({ ...service, closedOn }, record.rev)}
            />
          </>
        ) : undefined
      }
    >
      <ForAdmin query={query}>
        {(found) =>
          found.service && closedOn !== undefined && today !== undefined ? (
            <>
              <Heading
                title={manage.closeHeading}
                hint={`${found.service.name}。${manage.closeHint}`}
              />
              <DayWheel
                id="closed-on"
                title={manage.closeDay}
                value={closedOn}
                from={today}
                onChange={setPicked}
              />
              {id === undefined ? null : <Booked id={id} closedOn={closedOn} />}
            </>
          ) : null
        }
      </ForAdmin>
    </Screen>
  );
}

/** What is booked there from that day on stays; who will look after it. */
function Booked({ id, closedOn }: { id: string; closedOn: string }) {
  const { data, error, reload } = useQuery('directory.showEnding', { id, closedOn });
  if (data === undefined) {
    return error ? (
      <Button id="retry-visits" look="soft" label={manage.closeFailed} onTap={reload} />
    ) : null;
  }
  if (data.visits === 0) return <Line tone="quiet" icon="check" text={manage.closeNoVisits} />;
  const text = manage.closeVisits(data.visits, data.counsellors.join('、'));
  return <Line icon="calendar-check" text={text} />;
}
