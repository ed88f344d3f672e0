import { Text, View } from '@tarojs/components';
import type { Difference } from '@rules/guide-difference';
import { Card } from '@/components/card';
import { partName, publishing } from '@/wording/publishing';
import type { PropsWithChildren } from 'react';
import './marked.scss';

const marks = { same: '', added: '＋', removed: '－' } as const;

/** One part in two versions, in one text: what came is underlined, what went is struck through. */
export function Marked({ difference, children }: PropsWithChildren<{ difference: Difference }>) {
  const { part, pieces } = difference;
  const spoken = pieces.map(({ kind, text }) =>
    kind === 'same'
      ? text
      : `${kind === 'added' ? publishing.addedWord : publishing.removedWord}“${text}”`,
  );
  return (
    <Card id={`difference-${part}`}>
      <View className="stack">
        <View className="t-strong">{partName(part)}</View>
        <View className="marked" ariaRole="text" ariaLabel={spoken.join('')}>
          {pieces.map(({ kind, text }, at) => (
            <Text key={at} className={`marked__${kind}`}>{`${marks[kind]}${text}`}</Text>
          ))}
        </View>
        {children}
      </View>
    </Card>
  );
}
