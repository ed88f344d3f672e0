import { View } from '@tarojs/components';
import type { Waiting } from '@contract/invitation';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { staff } from '@/wording/staff';

interface Props {
  list: Waiting[];
  nameOf: (township: string) => string;
}

/** Families whose proxy has gone: the administrator brings in the next one. */
export function WaitingFamilies({ list, nameOf }: Props) {
  return (
    <Card tone="coming" id="waiting">
      <View className="stack">
        {list.map(({ township, families }) => (
          <Fact key={township} icon="clock">
            {staff.waitingFor(nameOf(township), families)}
          </Fact>
        ))}
        <View className="t-small">{staff.waitingHint}</View>
      </View>
    </Card>
  );
}
