import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { Icon, type IconName } from '@/components/icon';
import { Listen } from '@/components/listen';
import { privacy, type Block } from '@/wording/privacy';
import './blocks.scss';

interface Props {
  blocks: Block[];
  icons: Record<string, IconName>;
}

/** Short texts, each with its sign and its button to hear it. */
export function Blocks({ blocks, icons }: Props) {
  return (
    <>
      {blocks.map((block) => (
        <Card key={block.id}>
          <View className="row">
            <Icon name={icons[block.id] ?? 'info'} />
            <View className="t-heading grow" ariaRole="heading">
              {block.title}
            </View>
            <Listen id={`listen-${block.id}`} text={privacy.listenAll(block)} />
          </View>
          <View className="blocks__text">
            {block.text.map((sentence) => (
              <View key={sentence}>{sentence}</View>
            ))}
          </View>
        </Card>
      ))}
    </>
  );
}
