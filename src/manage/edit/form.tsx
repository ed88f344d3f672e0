import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { accessWays, serviceKinds } from '@contract/enums';
import { recordCharacters as most, type ServiceFields } from '@contract/manage';
import { Card } from '@/components/card';
import { Pills } from '@/components/pills';
import { TextArea } from '@/components/text-area';
import { TownshipPicker } from '@/components/township-picker';
import { manage } from '@/wording/manage';
import { accessNames, serviceKindNames } from '@/wording/names';
import { Labelled, NumberField } from '../parts/fields';
import { OwnSchool } from './own-school';
import { TravelFields } from './travel-fields';

interface Props {
  fields: ServiceFields;
  county: boolean;
  onChange: (part: Partial<ServiceFields>) => void;
}

type TextName = 'name' | 'hours' | 'cost' | 'address' | 'bring';

/** Everything about a place, in the order in which a family asks. */
export function Form({ fields, county, onChange }: Props) {
  const { fields: names, placeholders, parts } = manage;
  const text = (name: TextName) => (
    <Labelled
      id={name}
      label={names[name]}
      placeholder={placeholders[name]}
      value={fields[name]}
      maxLength={most[name]}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <>
      <Card>
        <View className="stack">
          <View className="t-heading">{parts.what}</View>
          {text('name')}
          <Pills
            id="kind"
            label={names.kinds}
            choices={serviceKinds.map((value) => ({ value, text: serviceKindNames[value] }))}
            chosen={fields.kinds}
            several
            onTap={(kind) => onChange({ kinds: toggled(fields.kinds, kind, serviceKinds) })}
          />
        </View>
      </Card>
      <Card>
        <View className="stack">
          <View className="t-heading">{parts.way}</View>
          <Pills
            id="way"
            label={names.ways}
            choices={accessWays.map((value) => ({ value, text: accessNames[value] }))}
            chosen={fields.ways}
            several
            onTap={(way) => onChange({ ways: toggled(fields.ways, way, accessWays) })}
          />
          <Labelled
            id="phone"
            label={names.phone}
            placeholder={placeholders.phone}
            value={fields.phone ?? ''}
            maxLength={16}
            onChange={(phone) => onChange({ phone })}
          />
          {fields.ways.includes('referral') ? (
            <Labelled
              id="referredBy"
              label={names.referredBy}
              placeholder={placeholders.referredBy}
              value={fields.referredBy ?? ''}
              maxLength={most.referredBy}
              onChange={(referredBy) => onChange({ referredBy })}
            />
          ) : null}
        </View>
      </Card>
      <Card>
        <View className="stack">
          <View className="t-heading">{parts.when}</View>
          {text('hours')}
          {text('cost')}
        </View>
      </Card>
      <Place fields={fields} onChange={onChange} address={text('address')} />
      <TravelFields travel={fields.travel} onChange={(travel) => onChange({ travel })} />
      <Card>
        <View className="stack">
          <View className="t-heading">{parts.visit}</View>
          <TextArea
            id="whatHappens"
            label={names.whatHappens}
            placeholder={placeholders.whatHappens}
            value={fields.whatHappens}
            maxLength={most.whatHappens}
            onChange={(whatHappens) => onChange({ whatHappens })}
          />
          {text('bring')}
          <Languages languages={fields.languages} onChange={onChange} />
        </View>
      </Card>
      {county ? (
        <OwnSchool
          schoolId={fields.schoolId}
          near={fields.township}
          onChange={(schoolId) => onChange({ schoolId })}
        />
      ) : null}
    </>
  );
}

function Place({ fields, address, onChange }: Omit<Props, 'county'> & { address: ReactNode }) {
  const { fields: names, placeholders, parts } = manage;
  return (
    <>
      <TownshipPicker
        id="record-township"
        title={names.township}
        value={fields.township === '' ? undefined : fields.township}
        onChange={(township) => onChange({ township: township ?? '' })}
      />
      <Card>
        <View className="stack">
          <View className="t-heading">{parts.where}</View>
          {address}
          <TextArea
            id="directions"
            label={names.directions}
            placeholder={placeholders.directions}
            value={fields.directions}
            maxLength={most.directions}
            onChange={(directions) => onChange({ directions })}
          />
          <View className="grid-2">
            <NumberField
              id="latitude"
              label={names.latitude}
              placeholder={placeholders.spot}
              value={fields.latitude}
              onChange={(latitude) => onChange({ latitude })}
            />
            <NumberField
              id="longitude"
              label={names.longitude}
              placeholder={placeholders.spot}
              value={fields.longitude}
              onChange={(longitude) => onChange({ longitude })}
            />
          </View>
        </View>
      </Card>
    </>
  );
}

function Languages({ languages, onChange }: { languages: string[]; onChange: Props['onChange'] }) {
  const [typed, setTyped] = useState(languages.join('、'));
  return (
    <View>
      <Labelled
        id="languages"
        label={manage.fields.languages}
        placeholder={manage.placeholders.languages}
        value={typed}
        maxLength={60}
        onChange={(text) => {
          setTyped(text);
          const list = text.split(/[、,，\s]+/).filter(Boolean);
          onChange({ languages: list });
        }}
      />
      <View className="t-small t-quiet">{manage.languagesHint}</View>
    </View>
  );
}

/** In the order of the list, whatever was tapped first. */
function toggled<Value>(chosen: readonly Value[], one: Value, all: readonly Value[]): Value[] {
  return all.filter((value) => (value === one) !== chosen.includes(value));
}
