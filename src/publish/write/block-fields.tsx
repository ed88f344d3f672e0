import { View } from '@tarojs/components';
import { useState } from 'react';
import { blockKinds, pictures, type Block } from '@contract/guides';
import { pictureWords } from '@rules/guide-words';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { pictureIcons } from '@/components/guide-card/pictures';
import { Listen } from '@/components/listen';
import { Tile } from '@/components/tile';
import { publishing } from '@/wording/publishing';
import { Pills } from '@/components/pills';
import { TextArea } from '@/components/text-area';

interface Props {
  blocks: Block[];
  number: number;
  onChange: (blocks: Block[]) => void;
}

/** One block: what it is for, its picture, what is read aloud. */
export function BlockFields({ blocks, number, onChange }: Props) {
  const [picking, setPicking] = useState(false);
  const block = blocks[number];
  if (!block) return null;
  const change = (part: Partial<Block>) =>
    onChange(blocks.map((one, at) => (at === number ? { ...one, ...part } : one)));

  function move(to: number) {
    const list = blocks.slice();
    const [moved] = list.splice(number, 1);
    if (moved) list.splice(to, 0, moved);
    onChange(list);
  }
  return (
    <>
      <Pills
        id={`kind-${number}`}
        label={publishing.kindLabel}
        choices={blockKinds.map((value) => ({ value, text: publishing.kinds[value] }))}
        chosen={[block.kind]}
        onTap={(kind) => change({ kind })}
      />
      <View>
        <View className="t-strong">{publishing.blockTitle}</View>
        <Field
          id={`block-title-${number}`}
          label={publishing.blockTitle}
          value={block.title}
          placeholder={publishing.blockTitle}
          maxLength={24}
          onChange={(title) => change({ title })}
        />
      </View>
      <TextArea
        id={`block-text-${number}`}
        label={publishing.blockText}
        value={block.text}
        placeholder={publishing.blockExample}
        maxLength={400}
        onChange={(text) => change({ text })}
      />
      <Listen id={`listen-block-${number}`} text={`${block.title}。\n${block.text}`} />
      {picking ? (
        <View className="grid-3" ariaRole="radiogroup" ariaLabel={publishing.picture}>
          {pictures.map((picture) => (
            <Tile
              key={picture}
              id={`picture-${picture}`}
              kind="radio"
              icon={pictureIcons[picture]}
              label={pictureWords[picture]}
              selected={picture === block.picture}
              onTap={() => {
                change({ picture });
                setPicking(false);
              }}
            />
          ))}
        </View>
      ) : (
        <Button
          id={`pick-picture-${number}`}
          look="soft"
          icon={pictureIcons[block.picture]}
          label={`${publishing.pickPicture}（${pictureWords[block.picture]}）`}
          onTap={() => setPicking(true)}
        />
      )}
      <View className="grid-2">
        <Button
          id={`up-${number}`}
          look="line"
          icon="chevron-up"
          label={publishing.up}
          disabled={number === 0}
          onTap={() => move(number - 1)}
        />
        <Button
          id={`down-${number}`}
          look="line"
          icon="chevron-down"
          label={publishing.down}
          disabled={number === blocks.length - 1}
          onTap={() => move(number + 1)}
        />
      </View>
      {blocks.length > 3 ? (
        <Button
          id={`remove-block-${number}`}
          look="quiet"
          icon="trash-2"
          label={publishing.removeBlock}
          onTap={() => onChange(blocks.filter((_, at) => at !== number))}
        />
      ) : null}
    </>
  );
}
