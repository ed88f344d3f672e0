import { dayOf, daysBetween } from '@rules/dates';
import { limits } from '@contract/limits';
import { useServerNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Steps } from '@/components/steps';
import { useBookingDraft } from '@/session/booking-draft';
import { back, open } from '@/session/routes';
import { booking } from '@/wording/booking';
import { changes } from '@/wording/changes';
import { waitlist } from '@/wording/waitlist';
import { dayName, whenText } from '@/wording/when';
import '../brings';
import { useChildFirst } from '../parts/use-child-first';
import { TimesList } from './list';
import { useTimes } from './use-times';

/** The earliest times first; the one that is looked at is kept meanwhile. */
export default function TimesPage() {
  useChildFirst();
  const times = useTimes();
  const { query, chosen, hold, holding } = times;
  const { moving, filter } = useBookingDraft((store) => store.draft);
  const finish = useBookingDraft((store) => store.finish);
  const now = useServerNow();
  const kept = hold !== undefined && hold.until > now;
  const take = moving ? changes.moveTake : booking.take;
  const label = chosen && kept ? take(whenText(chosen.start, now)) : booking.pickFirst;

  return (
    <Screen
      title={moving ? changes.moveTitle : booking.title}
      footer={
        <>
          <Button
            id="take"
            label={holding ? booking.holding : label}
            disabled={!chosen || !kept || holding}
            onTap={() => open(moving ? 'move' : 'bookingConfirm')}
          />
          {moving ? (
            <Button
              id="move-stop"
              look="line"
              label={changes.moveStop}
              onTap={() => {
                finish();
                back();
              }}
            />
          ) : (
            <Button id="queue" look="line" label={waitlist.join} onTap={() => open('queue')} />
          )}
        </>
      }
    >
      {moving ? null : <Steps done={3} total={4} />}
      <Heading title={moving ? changes.movePick : booking.timesTitle} />
      {filter?.counsellor && filter.around ? (
        <Around name={filter.counsellor.name} day={filter.around} today={dayOf(now)} />
      ) : null}
      <Loaded query={query}>
        {(data) => <TimesList times={times} data={data} now={now} kept={kept} />}
      </Loaded>
    </Screen>
  );
}

/** When the counsellor said they should come again, and that it may lie beyond the open times. */
function Around({ name, day, today }: { name: string; day: string; today: string }) {
  const isFar = daysBetween(today, day) >= limits.horizonDays;
  const said = changes.followUpAround(name, dayName(day, today));
  return <Line icon="repeat" text={isFar ? `${said}。${changes.followUpFar}` : said} />;
}
