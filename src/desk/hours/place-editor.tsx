import { View } from '@tarojs/components';
import { useState } from 'react';
import { placeKinds, type PlaceKind } from '@contract/enums';
import type { Hours } from '@contract/hours';
import { limits } from '@contract/limits';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import type { IconName } from '@/components/icon';
import { Line } from '@/components/notice';
import { SchoolPicker, type SchoolChoice } from '@/components/school-picker';
import { Screen } from '@/components/screen';
import { Tile } from '@/components/tile';
import { TownshipPicker } from '@/components/township-picker';
import { hours as words } from '@/wording/hours';
import { placeNames } from '@/wording/names';
import type { Named } from './day-editor';
import {
  missingOf,
  placeName,
  placeOf,
  roomOf,
  withoutPlace,
  withPlace,
  type PlaceForm,
} from './draft';
import { OneOf } from './pickers';

interface Props {
  hours: Hours;
  place: PlaceForm;
  services: Named[];
  onChange: (hours: Hours) => void;
  onBack: () => void;
}

const icons: Record<PlaceKind, IconName> = {
  ...{ school: 'school', clinic: 'hospital', phone: 'phone', wechat: 'video', home: 'house' },
};
const sessions = [20, 30, 40, 45, 50, 60, 90];
const buffers = [0, 5, 10, 15, 20, 30];
const ways = [0, 10, 15, 20, 30, 40, 60, 90, 120];
const seats = Array.from({ length: limits.seatsPerGroup }, (_, index) => index + 1);

/** What is there already stays to be chosen, also when it is not one of the usual values. */
const among = (values: readonly number[], value: number) =>
  [...new Set([...values, value])].sort((one, other) => one - other);

/** A place to work at: how, where, how long, for how many. */
export function PlaceEditor({ hours, place, services, onChange, onBack }: Props) {
  const [form, setForm] = useState(place);
  const [school, setSchool] = useState<SchoolChoice>({ schoolAsked: false });
  const isNew = place.id === '';
  const missing = missingOf(form);
  const { kind: knownKind, serviceId: knownService } = place;
  const title =
    knownKind && knownService
      ? placeName({ kind: knownKind, serviceId: knownService }, services)
      : words.addPlace;
  const isRoom = form.kind === 'school' || form.kind === 'clinic';
  const change = (part: Partial<PlaceForm>) => setForm({ ...form, ...part });

  function finish() {
    const done = placeOf(form, hours);
    if (!done) return;
    onChange(withPlace(hours, done));
    onBack();
  }

  return (
    <Screen
      title={words.title}
      onBack={onBack}
      footer={
        <Button id="place-done" label={words.done} disabled={missing.length > 0} onTap={finish} />
      }
    >
      <Heading title={title} />
      {isNew ? (
        <>
          <View className="grid-2" ariaRole="radiogroup" ariaLabel={words.kind}>
            {placeKinds.map((kind) => (
              <Tile
                key={kind}
                id={`kind-${kind}`}
                kind="radio"
                icon={icons[kind]}
                label={placeNames[kind]}
                selected={form.kind === kind}
                onTap={() => change({ kind })}
              />
            ))}
          </View>
          <OneOf
            id="service"
            title={words.service}
            values={services.map(({ id }) => id)}
            nameOf={(id) => services.find((one) => one.id === id)?.name ?? ''}
            value={form.serviceId}
            onChange={(serviceId) => change({ serviceId })}
          />
          {form.kind === 'school' ? (
            <SchoolPicker
              title={words.school}
              form={school}
              required
              onChange={(part) => {
                setSchool({ ...school, ...part });
                if ('schoolId' in part) change({ schoolId: part.schoolId });
              }}
            />
          ) : null}
          {form.kind === 'home' ? (
            <TownshipPicker
              id="place-township"
              title={words.township}
              value={form.township}
              onChange={(township) => change({ township })}
            />
          ) : null}
        </>
      ) : null}
      <View className="grid-2">
        <OneOf
          id="session"
          title={words.session}
          values={among(sessions, form.sessionMinutes)}
          nameOf={words.minutes}
          value={form.sessionMinutes}
          onChange={(sessionMinutes) => change({ sessionMinutes })}
        />
        <OneOf
          id="buffer"
          title={words.buffer}
          values={among(buffers, form.bufferMinutes)}
          nameOf={words.minutes}
          value={form.bufferMinutes}
          onChange={(bufferMinutes) => change({ bufferMinutes })}
        />
      </View>
      {form.kind === 'home' ? (
        <OneOf
          id="travel"
          title={words.travel}
          values={among(ways, form.travelMinutes ?? 20)}
          nameOf={words.minutes}
          value={form.travelMinutes ?? 20}
          onChange={(travelMinutes) => change({ travelMinutes })}
        />
      ) : null}
      {isRoom ? (
        <>
          <OneOf
            id="seats"
            title={words.seats}
            values={seats}
            nameOf={words.seatsText}
            value={form.seats}
            onChange={(count) => change({ seats: count })}
          />
          <Tile
            id="room"
            label={words.room}
            hint={words.roomExplained}
            selected={form.roomId !== undefined}
            onTap={() =>
              change({
                roomId: form.roomId === undefined ? roomOf(form.serviceId ?? '') : undefined,
              })
            }
          />
        </>
      ) : null}
      {isNew && missing.length > 0 ? (
        <Line tone="quiet" icon="info" text={`${words.stillMissing}${missing.join('、')}`} />
      ) : null}
      {isNew ? null : (
        <Button
          id="remove-place"
          look="line"
          icon="trash-2"
          label={words.removePlace}
          onTap={() => {
            onChange(withoutPlace(hours, place.id));
            onBack();
          }}
        />
      )}
    </Screen>
  );
}
