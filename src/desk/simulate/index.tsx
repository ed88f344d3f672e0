import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '@contract';
import { dayOf, startOfDay } from '@rules/dates';
import { usualDemand } from '@rules/simulated-demand';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { usePerson } from '@/session/use-person';
import { fairRule } from '@/wording/fair-rule';
import '../brings';
import { Numbers, type Trial } from './numbers';
import { Outcome } from './outcome';
import { useSimulation } from './use-simulation';

type Supply = OutputOf<'booking.showSupply'>;

/** A rule of fair priority, tried on the county's own hours before it is set. */
export default function SimulatePage() {
  const query = useQuery('booking.showSupply', {});
  const [changed, setChanged] = useState<Trial>();
  const [saving, setSaving] = useState<{ busy: boolean; failed?: string; done?: boolean }>({
    busy: false,
  });
  const { percent, answer, run } = useSimulation();
  const now = useServerNow();
  const { person } = usePerson();
  const { data: supply } = query;
  const trial = changed ?? (supply && trialOf(supply));
  const maySet = person.role === 'admin';
  // What is shown, and may be set, is what was computed: not what was chosen since.
  const shown = answer?.question.settings === trial?.settings ? answer : undefined;

  function change(next: Trial) {
    setChanged(next);
    setSaving({ busy: false });
  }

  function compute() {
    if (!supply || !trial) return;
    const { settings, requestsAWeek } = trial;
    const { placesAWeek } = supply;
    const demand = { ...usualDemand, requestsAWeek };
    const from = startOfDay(dayOf(now));
    run({ from, weeks: 52, placesAWeek, demand, settings, seed: 1 });
  }

  async function save() {
    if (!trial) return;
    setSaving({ busy: true });
    const set = await call('booking.setPriority', { settings: trial.settings });
    setSaving(set.ok ? { busy: false, done: true } : { busy: false, failed: set.error.message });
  }

  const busy = percent !== undefined;
  return (
    <Screen
      title={fairRule.title}
      footer={
        supply && supply.placesAWeek > 0 ? (
          <Button
            id="compute"
            icon="chart-column"
            label={busy ? fairRule.computing(percent) : fairRule.compute}
            disabled={busy}
            onTap={compute}
          />
        ) : undefined
      }
    >
      <Heading title={fairRule.heading} hint={fairRule.hint} />
      <Loaded query={query}>
        {(has) =>
          has.placesAWeek === 0 ? (
            <Notice icon="clock" title={fairRule.noPlaces} hint={fairRule.noPlacesHint} />
          ) : (
            <>
              <Card>
                <View className="t-small t-quiet">{fairRule.supply}</View>
                <View>{fairRule.places(has.counsellors, has.placesAWeek)}</View>
                <View className="t-quiet">{fairRule.waiting(has.waiting)}</View>
              </Card>
              {shown ? <Outcome {...shown.comparison} /> : null}
              {shown && maySet ? (
                <Button
                  id="set-rule"
                  look="soft"
                  icon="check"
                  label={fairRule.save}
                  busy={saving.busy}
                  onTap={() => void save()}
                />
              ) : null}
              {saving.done ? <Line icon="check" text={fairRule.saved} /> : null}
              {saving.failed ? (
                <Line tone="alarm" icon="circle-alert" text={saving.failed} />
              ) : null}
              {trial ? (
                <Numbers trial={trial} placesAWeek={has.placesAWeek} onChange={change} />
              ) : null}
              <View className="t-small t-quiet">{fairRule.shareHint}</View>
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}

/** The county's own rule, and somewhat more who ask than there are places: where a rule matters. */
function trialOf({ settings, placesAWeek }: Supply): Trial {
  return { settings, requestsAWeek: Math.round(placesAWeek * 1.25) };
}
