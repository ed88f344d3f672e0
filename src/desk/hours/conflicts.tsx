import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DayEntry } from '@contract/day';
import { dayOf } from '@rules/dates';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Line } from '@/components/notice';
import { open } from '@/session/routes';
import { hours as words } from '@/wording/hours';
import { placeNames } from '@/wording/names';
import { deskTime, longDate } from '@/wording/when';

interface Props {
  conflicts: DayEntry[];
  onSettled: () => void;
}

/** Visits that were booked before the hours changed: each takes place, or is moved or given up. */
export function Conflicts({ conflicts, onSettled }: Props) {
  const [state, setState] = useState<{ busy?: string; failed?: string; kept?: string }>({});
  if (conflicts.length === 0 && state.kept === undefined) return null;

  async function keep(slotId: string, appointmentId: string, nickname: string) {
    setState({ busy: slotId });
    const answer = await call('booking.keepVisit', { appointmentId });
    setState(answer.ok ? { kept: nickname } : { failed: answer.error.message });
    onSettled();
  }

  return (
    <>
      {state.kept === undefined ? null : <Line icon="check" text={words.kept(state.kept)} />}
      {conflicts.length === 0 ? null : (
        <Card tone="coming">
          <View className="t-heading">{words.conflicts(conflicts.length)}</View>
          <View className="t-small">{words.conflictsHint}</View>
        </Card>
      )}
      {conflicts.map(({ slotId, start, end, kind, visit }) =>
        visit ? (
          <Card key={slotId}>
            <View className="stack">
              <View>
                <View className="t-strong">{visit.nickname}</View>
                <View className="t-small t-quiet">
                  {longDate(dayOf(start))} {deskTime(start)}–{deskTime(end)} · {placeNames[kind]}
                </View>
              </View>
              <Button
                id={`keep-${slotId}`}
                look="soft"
                icon="check"
                label={words.keep}
                busy={state.busy === slotId}
                onTap={() => void keep(slotId, visit.appointmentId, visit.nickname)}
              />
              <Button
                id={`move-${slotId}`}
                look="line"
                icon="calendar-clock"
                label={words.move}
                onTap={() => open('visit', { id: visit.appointmentId, day: dayOf(start) })}
              />
            </View>
          </Card>
        ) : null,
      )}
      {state.failed ? <Line tone="alarm" icon="circle-alert" text={state.failed} /> : null}
    </>
  );
}
