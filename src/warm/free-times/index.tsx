import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import type { OutputOf } from '@contract';
import { limits } from '@contract/limits';
import type { BusySpan } from '@contract/warmth';
import { save as keep } from '@/cloud/cache';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { PickedTextSchema, PickerCard } from '@/components/picker-card';
import { Screen } from '@/components/screen';
import { WeekDays } from '@/components/week-days';
import { backTo } from '@/session/routes';
import { calls } from '@/wording/calls';
import '../brings';
import { OfChild } from '../parts/of-child';

/** When one cannot talk: shifts, sleep, school. By wheels and taps. */
export default function FreeTimesPage() {
  return (
    <OfChild title={calls.spans.title}>{(childId) => <FreeTimes childId={childId} />}</OfChild>
  );
}

function FreeTimes({ childId }: { childId: string }) {
  const query = useQuery('family.showCallPlan', { childId });
  if (!query.data) {
    return (
      <Screen title={calls.spans.title}>
        <Loaded query={query}>{() => null}</Loaded>
      </Screen>
    );
  }
  return <Editor childId={childId} data={query.data} />;
}

const first: BusySpan = { weekdays: [1, 2, 3, 4, 5], from: 8 * 60, to: 18 * 60 };

function Editor({ childId, data }: { childId: string; data: OutputOf<'family.showCallPlan'> }) {
  const [spans, setSpans] = useState<BusySpan[]>(data.busy);
  const { busy, failed, write } = useWrite();
  const athome = data.side === 'home';
  const change = (number: number, part: Partial<BusySpan>) =>
    setSpans(spans.map((span, at) => (at === number ? { ...span, ...part } : span)));

  async function save() {
    const answer = await write('family.setFreeTimes', { childId, busy: spans });
    if (!answer.ok) return;
    keep('family.showCallPlan', { childId }, answer.data);
    backTo('calls');
  }

  return (
    <Screen
      title={calls.spans.title}
      footer={
        <>
          {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          <Button id="save" label={calls.spans.save} busy={busy} onTap={() => void save()} />
        </>
      }
    >
      <Heading
        title={athome ? calls.spans.headingChild : calls.spans.heading}
        hint={athome ? calls.spans.hintChild : calls.spans.hint}
      />
      {spans.map((span, number) => (
        <Card key={number}>
          <View className="stack">
            <View className="t-strong">{calls.spans.text(span)}</View>
            <WeekDays
              id={`span-${number}`}
              label={calls.spans.days}
              chosen={span.weekdays}
              onChange={(weekdays) => {
                // Of no day at all is what taking the span away is for.
                if (weekdays.length > 0) change(number, { weekdays });
              }}
            />
            <View className="grid-2">
              <Time
                id={`from-${number}`}
                title={calls.spans.from}
                value={span.from}
                onChange={(from) => change(number, { from })}
              />
              <Time
                id={`to-${number}`}
                title={calls.spans.to}
                value={span.to}
                onChange={(to) => change(number, { to })}
              />
            </View>
            <Button
              id={`remove-${number}`}
              look="quiet"
              icon="trash-2"
              label={calls.spans.remove}
              onTap={() => setSpans(spans.filter((_span, at) => at !== number))}
            />
          </View>
        </Card>
      ))}
      {spans.length < limits.busySpansPerPerson ? (
        <Button
          id="add"
          look="soft"
          icon="plus"
          label={calls.spans.add}
          onTap={() => setSpans([...spans, first])}
        />
      ) : null}
    </Screen>
  );
}

interface TimeProps {
  id: string;
  title: string;
  value: number;
  onChange: (minute: number) => void;
}

const clockOf = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

function Time({ id, title, value, onChange }: TimeProps) {
  return (
    <Picker
      id={id}
      ariaRole="button"
      ariaLabel={`${title} ${clockOf(value)}`}
      mode="time"
      value={clockOf(value)}
      onChange={(event) => {
        const picked = v.safeParse(PickedTextSchema, event.detail);
        if (!picked.success) return;
        const [hour, minute] = picked.output.value.split(':').map(Number);
        onChange((hour ?? 0) * 60 + (minute ?? 0));
      }}
    >
      <PickerCard title={title} value={clockOf(value)} />
    </Picker>
  );
}
