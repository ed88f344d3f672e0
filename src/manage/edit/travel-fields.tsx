import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Travel } from '@contract/shapes';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Pills } from '@/components/pills';
import { manage } from '@/wording/manage';
import { NumberField } from '../parts/fields';
import { useTownships } from '../parts/use-townships';

type By = Travel['by'] | 'unknown';
const ways: By[] = ['walk', 'bus', 'none', 'unknown'];

interface Props {
  travel: Record<string, Travel>;
  onChange: (travel: Record<string, Travel>) => void;
}

/** How far it is from each township; folded, since a county has many. */
export function TravelFields({ travel, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const { townships } = useTownships();
  if (!open) {
    return (
      <Choice
        id="travel"
        icon="footprints"
        title={manage.parts.travel}
        hint={manage.travelHint}
        value={manage.travelShow}
        onTap={() => setOpen(true)}
      />
    );
  }
  function put(code: string, by: By, minutes: number) {
    const others = Object.entries(travel).filter(([one]) => one !== code);
    const own: [string, Travel][] = by === 'unknown' ? [] : [[code, { by, minutes }]];
    onChange(Object.fromEntries([...others, ...own]));
  }
  return (
    <Card>
      <View className="stack">
        <View className="t-heading">{manage.parts.travel}</View>
        <View className="t-small t-quiet">{manage.travelHint}</View>
        {townships.map(({ code, name }) => {
          const { by, minutes = 0 } = travel[code] ?? {};
          return (
            <View key={code} className="stack stack--tight">
              <View className="t-strong">{name}</View>
              <Pills
                id={`travel-${code}`}
                label={name}
                choices={ways.map((value) => ({ value, text: manage.travelBy[value] }))}
                chosen={[by ?? 'unknown']}
                onTap={(value) => put(code, value, value === 'none' ? 0 : minutes)}
              />
              {by === 'walk' || by === 'bus' ? (
                <NumberField
                  id={`minutes-${code}`}
                  label={manage.placeholders.minutes}
                  placeholder={manage.placeholders.minutes}
                  value={minutes}
                  onChange={(typed) => put(code, by, Math.max(0, Math.round(typed)))}
                />
              ) : null}
            </View>
          );
        })}
      </View>
    </Card>
  );
}
