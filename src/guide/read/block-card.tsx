import { View } from '@tarojs/components';
import type { Block } from '@contract/guides';
import { Icon } from '@/components/icon';
import { pictureIcons } from '@/components/guide-card/pictures';
import { common } from '@/wording/common';
import { guides } from '@/wording/guides';
import '@/components/listen/index.scss';
import './block-card.scss';

interface Props {
  id: string;
  block: Block;
  /** It is the one being read, maybe just not going on. */
  marked: boolean;
  playing: boolean;
  /** There is a voice for it. */
  audible: boolean;
  /** Reads from here on; a tap while it is read pauses. */
  onListen: () => void;
}

/** One thing to see, to say or to do, line by line. */
export function BlockCard({ id, block, marked, playing, audible, onListen }: Props) {
  return (
    <View id={id} className={`block${marked ? ' block--reading' : ''}`}>
      <View className="row row--between">
        <View className="block__picture">
          <Icon name={pictureIcons[block.picture]} />
        </View>
        <View className="t-heading grow" ariaRole="heading">
          {block.title}
        </View>
        {audible ? (
          <View
            id={`${id}-listen`}
            className={`listen${playing ? ' listen--on' : ''}`}
            hoverClass="listen--pressed"
            ariaRole="button"
            ariaLabel={playing ? guides.pause : `${common.listen}，${block.title}`}
            onClick={onListen}
          >
            <Icon name={playing ? 'pause' : 'volume-2'} />
            <View className="listen__word">
              {playing ? common.stopListening : common.listenShort}
            </View>
          </View>
        ) : null}
      </View>
      <View className="block__text">
        {block.text.split('\n').map((line, at) => (
          <View key={at}>{line}</View>
        ))}
      </View>
    </View>
  );
}
