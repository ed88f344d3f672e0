import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Child } from '@contract/family';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { Tile } from '@/components/tile';
import { booking } from '@/wording/booking';
import { changes } from '@/wording/changes';

interface Props {
  list: Child[];
  onBack: () => void;
  onPicked: (child: Child, siblingId: string) => void;
}

/** Two of several children; a third tap lets go of the first. */
export function PickTwo({ list, onBack, onPicked }: Props) {
  const [picked, setPicked] = useState<string[]>(() =>
    list.length === 2 ? list.map(({ id }) => id) : [],
  );
  const [firstId, second] = picked;
  const first = list.find(({ id }) => id === firstId);

  function toggle(id: string) {
    setPicked((before) =>
      before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-2),
    );
  }

  return (
    <Screen
      title={booking.title}
      onBack={onBack}
      footer={
        <Button
          id="both"
          label={changes.pickTwoDone}
          disabled={!first || !second}
          onTap={() => {
            if (first && second) onPicked(first, second);
          }}
        />
      }
    >
      <Heading title={changes.pickTwo} hint={changes.pickTwoHint} />
      <View className="grid-2">
        {list.map(({ id, nickname }) => (
          <Tile
            key={id}
            id={`pick-${id}`}
            icon="user"
            label={nickname}
            selected={picked.includes(id)}
            onTap={() => toggle(id)}
          />
        ))}
      </View>
    </Screen>
  );
}
