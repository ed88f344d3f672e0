import { useState } from 'react';
import * as v from 'valibot';
import { DaySchema } from '@contract/shapes';
import { dayOf } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { DayBoard } from '@/components/day-board';
import { Loaded } from '@/components/loaded';
import { Screen } from '@/components/screen';
import { usePageQuery } from '@/session/use-page-query';
import { desk } from '@/wording/desk';
import '../brings';

const QuerySchema = v.object({ day: DaySchema });

/** A day of the week that was tapped; the days beside it are a tap away. */
export default function DayPage() {
  const now = useServerNow();
  const asked = usePageQuery(QuerySchema);
  const [day, setDay] = useState(asked?.day ?? dayOf(now));
  const query = useQuery('booking.listDay', { day });
  return (
    <Screen title={desk.dayTitle}>
      <Loaded query={query} skeleton={4}>
        {(plan) => <DayBoard plan={plan} now={now} onDay={setDay} />}
      </Loaded>
    </Screen>
  );
}
