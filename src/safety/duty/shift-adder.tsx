import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DutyEntry, DutyWeek } from '@contract/safety';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { Tile } from '@/components/tile';
import { TimeWheel } from '@/components/wheels';
import { roleNames } from '@/wording/names';
import { duty, dutyParts, minutesText } from '@/wording/safety-duty';

const endOfDay = 24 * 60;
type Span = Pick<DutyEntry, 'from' | 'to'>;

interface Props {
  day: string;
  people: DutyWeek['people'];
  /** What stands on this day already. */
  taken: readonly DutyEntry[];
  onAdd: (entry: DutyEntry) => void;
  onCancel: () => void;
}

/** Who and when, in three taps; a stand-in if wished. */
export function ShiftAdder({ day, people, taken, onAdd, onCancel }: Props) {
  const [part, setPart] = useState<(typeof dutyParts)[number]['id'] | 'own'>();
  const [own, setOwn] = useState({ from: 8 * 60, to: 12 * 60 });
  const [who, setWho] = useState<string>();
  const [standIn, setStandIn] = useState<string>();
  const time = part === 'own' ? own : dutyParts.find(({ id }) => id === part);
  const wrong = time && wrongWith(time, taken);
  if (people.length === 0) return <Line icon="users" text={duty.noPeople} />;
  return (
    <View className="stack">
      <View className="t-strong">{duty.when}</View>
      <View className="grid-2" ariaRole="radiogroup" ariaLabel={duty.when}>
        {dutyParts.map(({ id, text, from, to }) => (
          <Tile
            key={id}
            id={`part-${id}`}
            kind="radio"
            label={text}
            hint={`${minutesText(from)}–${minutesText(to)}`}
            selected={id === part}
            onTap={() => setPart(id)}
          />
        ))}
        <Tile
          id="part-own"
          kind="radio"
          label={duty.own}
          hint={duty.ownHint}
          selected={part === 'own'}
          onTap={() => setPart('own')}
        />
      </View>
      {part === 'own' ? (
        <View className="grid-2">
          <TimeWheel
            id="own-from"
            title={duty.from}
            value={own.from}
            onChange={(from) => setOwn({ ...own, from })}
          />
          {/* WeChat's wheel ends before midnight: nought is the end of the day. */}
          <TimeWheel
            id="own-to"
            title={duty.to}
            value={own.to % endOfDay}
            onChange={(to) => setOwn({ ...own, to: to === 0 ? endOfDay : to })}
          />
        </View>
      ) : null}
      {wrong ? <Line tone="alarm" icon="circle-alert" text={wrong} /> : null}
      <People id="who" title={duty.who} people={people} chosen={who} onChange={setWho} />
      {people.some(({ postId, reachable }) => postId === who && !reachable) ? (
        <Line tone="alarm" icon="circle-alert" text={duty.unreachable} />
      ) : null}
      {who === undefined ? null : (
        <People
          id="stand-in"
          title={duty.standInAsk}
          people={people.filter(({ postId }) => postId !== who)}
          chosen={standIn}
          onChange={(postId) => setStandIn(postId === standIn ? undefined : postId)}
        />
      )}
      <View className="grid-2">
        <Button
          id="put"
          icon="check"
          label={duty.put}
          disabled={!time || wrong !== undefined || who === undefined}
          onTap={() => {
            if (!time || who === undefined) return;
            const { from, to } = time;
            const stands = standIn !== undefined && standIn !== who ? { standIn } : {};
            onAdd({ day, from, to, postId: who, ...stands });
          }}
        />
        <Button id="no-put" look="line" label={duty.cancel} onTap={onCancel} />
      </View>
    </View>
  );
}

/** Why such a shift cannot be put there. */
function wrongWith({ from, to }: Span, taken: readonly DutyEntry[]): string | undefined {
  if (from >= to) return duty.badSpan;
  return taken.some((one) => one.from < to && from < one.to) ? duty.clash : undefined;
}

interface PeopleProps {
  id: string;
  title: string;
  people: DutyWeek['people'];
  chosen: string | undefined;
  onChange: (postId: string) => void;
}

function People({ id, title, people, chosen, onChange }: PeopleProps) {
  if (people.length === 0) return null;
  return (
    <>
      <View className="t-strong">{title}</View>
      <View className="grid-2" ariaRole="radiogroup" ariaLabel={title}>
        {people.map(({ postId, name, role }) => (
          <Tile
            key={postId}
            id={`${id}-${postId}`}
            kind="radio"
            label={name}
            hint={roleNames[role]}
            selected={postId === chosen}
            onTap={() => onChange(postId)}
          />
        ))}
      </View>
    </>
  );
}
