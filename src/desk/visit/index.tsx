import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import type { DayEntry } from '@contract/visits';
import { DaySchema, IdSchema } from '@contract/shapes';
import { call } from '@/cloud/call';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Fact } from '@/components/fact';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { dial } from '@/session/device';
import { play, stopPlaying } from '@/session/recorder';
import { usePageQuery } from '@/session/use-page-query';
import { desk } from '@/wording/desk';
import { placeNames, relationNames, worryNames } from '@/wording/names';
import { deskTime, longDate } from '@/wording/when';

const QuerySchema = v.object({ day: DaySchema, slot: IdSchema });

/** One visit of the counsellor's day: who, why, and how to reach them. */
export default function VisitPage() {
  const asked = usePageQuery(QuerySchema);
  const query = useQuery('booking.listDay', asked ? { day: asked.day } : undefined);
  const entry = query.data?.entries.find((candidate) => candidate.slotId === asked?.slot);
  const phone = entry?.visit?.phone;
  return (
    <Screen
      title={desk.visitTitle}
      footer={
        phone ? (
          <Button id="call" icon="phone" label={desk.call(phone)} onTap={() => void dial(phone)} />
        ) : undefined
      }
    >
      {asked ? (
        <Loaded query={query}>
          {() =>
            entry?.visit ? <Visit entry={entry} visit={entry.visit} day={asked.day} /> : <Gone />
          }
        </Loaded>
      ) : (
        <Gone />
      )}
    </Screen>
  );
}

function Gone() {
  return <Notice icon="calendar-x" title={desk.gone} hint={desk.goneHint} />;
}

interface VisitProps {
  entry: DayEntry;
  visit: NonNullable<DayEntry['visit']>;
  day: string;
}

function Visit({ entry, visit, day }: VisitProps) {
  return (
    <>
      <View className="row row--between">
        <View className="t-title">{visit.nickname}</View>
        <Chip
          tone={visit.visitNumber === 1 ? 'coming' : 'plain'}
          text={visit.visitNumber === 1 ? desk.first : desk.again}
        />
      </View>
      <Card>
        <View className="stack">
          <Fact icon="clock" title={desk.when}>
            {longDate(day)} {deskTime(entry.start)}–{deskTime(entry.end)}
          </Fact>
          <Fact icon="map-pin" title={desk.place}>
            {placeNames[entry.kind]} · {entry.placeName}
          </Fact>
          <Fact icon="user" title={desk.who}>
            {[desk.age(visit.age), visit.schoolName].filter(Boolean).join(' · ')}
          </Fact>
          <Fact icon="users" title={desk.with}>
            {desk.withText(relationNames[visit.relation])}
          </Fact>
        </View>
      </Card>
      <Card>
        <View className="stack">
          <View className="t-small t-quiet">{desk.why}</View>
          {visit.worries.length > 0 ? (
            <View className="row row--wrap">
              {visit.worries.map((worry) => (
                <Chip key={worry} tone="people" text={worryNames[worry]} />
              ))}
            </View>
          ) : visit.voiceSeconds ? null : (
            <View>{desk.noWorries}</View>
          )}
          {visit.voiceSeconds ? (
            <Voice appointmentId={visit.appointmentId} seconds={visit.voiceSeconds} />
          ) : null}
        </View>
      </Card>
      {visit.phone ? null : <Line tone="quiet" icon="phone" text={desk.noPhone} />}
    </>
  );
}

/** What the family recorded, over a link that works for some minutes. */
function Voice({ appointmentId, seconds }: { appointmentId: string; seconds: number }) {
  const [state, setState] = useState<'idle' | 'asking' | 'playing' | 'failed'>('idle');
  useEffect(() => stopPlaying, []);
  async function listen() {
    if (state === 'playing') {
      stopPlaying();
      setState('idle');
      return;
    }
    setState('asking');
    const answer = await call('booking.listenToVoice', { appointmentId });
    if (!answer.ok) {
      setState('failed');
      return;
    }
    setState('playing');
    play(answer.data.url, () => setState('idle'));
  }
  return (
    <>
      <Button
        id="voice"
        look="soft"
        icon={state === 'playing' ? 'circle-stop' : 'play'}
        busy={state === 'asking'}
        label={state === 'playing' ? desk.voiceStop : desk.voice(seconds)}
        onTap={() => void listen()}
      />
      {state === 'failed' ? <Line tone="alarm" icon="circle-alert" text={desk.voiceGone} /> : null}
    </>
  );
}
