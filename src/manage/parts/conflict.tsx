import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ChangeValue } from '@contract/manage';
import { changesOf } from '@rules/directory-records';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { manage } from '@/wording/manage';
import { cleaned } from './drafts';
import { fieldName, valueText } from './record-words';
import { useTownships } from './use-townships';

interface Props<Fields extends object> {
  ours: Fields;
  theirs: Fields;
  /** Who was faster. */
  name: string | undefined;
  busy: boolean;
  failed: string | undefined;
  onBack: () => void;
  onChoose: (fields: Fields) => void;
}

/** Somebody saved meanwhile: field by field one takes theirs or keeps one's own; nothing is lost. */
export function Conflict<Fields extends { [Key in keyof Fields]: ChangeValue | undefined }>({
  ours,
  theirs,
  name,
  busy,
  failed,
  onBack,
  onChoose,
}: Props<Fields>) {
  const { nameOf } = useTownships();
  const [taken, setTaken] = useState<string[]>([]);
  const mine = cleaned(ours);
  const differences = changesOf(theirs, mine);

  function choose() {
    const entries = differences
      .filter(({ field }) => taken.includes(field))
      .map(({ field, old }): [string, unknown] => [field, old]);
    onChoose({ ...mine, ...Object.fromEntries(entries) });
  }
  return (
    <Screen
      title={manage.editTitle}
      onBack={onBack}
      footer={
        <>
          {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          <Button id="merge" icon="save" label={manage.merge} busy={busy} onTap={choose} />
        </>
      }
    >
      <Heading
        title={manage.changedTitle}
        hint={name === undefined ? manage.changedHint : manage.changedBy(name)}
      />
      {differences.length === 0 ? <Line icon="check" text={manage.same} /> : null}
      {differences.map(({ field, old, new: own }) => (
        <Card key={field}>
          <View className="stack">
            <View className="t-strong">{fieldName(field)}</View>
            <View>
              <View className="t-small t-quiet">{manage.mine}</View>
              <View>{valueText(field, own, nameOf)}</View>
            </View>
            <View>
              <View className="t-small t-quiet">{manage.other}</View>
              <View>{valueText(field, old, nameOf)}</View>
            </View>
            <Segments
              id={`take-${field}`}
              label={fieldName(field)}
              choices={[
                { value: 'ours', text: manage.ours },
                { value: 'theirs', text: manage.theirs },
              ]}
              value={taken.includes(field) ? 'theirs' : 'ours'}
              onChange={(value) =>
                setTaken(
                  value === 'theirs' ? [...taken, field] : taken.filter((one) => one !== field),
                )
              }
            />
          </View>
        </Card>
      ))}
    </Screen>
  );
}
