import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Audience } from '@contract/guides';
import { limits } from '@contract/limits';
import { newRequestId } from '@/cloud/request-id';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { GuidePicker } from '@/components/guide-picker';
import { Icon, type IconName } from '@/components/icon';
import { announcement as words } from '@/wording/announcement';
import { useAnnounceDraft } from '../parts/announce-draft';
import { choosePicture } from '@/session/choose-picture';

/** Those at home who read it. */
const atHome: Audience[] = ['caregiver', 'parent'];

/** What goes with the words: pictures of things, and a guide to hear. */
export function Attached() {
  const { draft, change } = useAnnounceDraft();
  const { pictures, guide } = draft;
  const [picking, setPicking] = useState(false);

  async function add() {
    const picture = await choosePicture();
    if (!picture) return;
    const { path, format } = picture;
    const name = `${newRequestId()}.${format}`;
    const before = useAnnounceDraft.getState().draft.pictures;
    change({ pictures: [...before, { path, name }] });
  }
  return (
    <>
      <View className="t-heading">{words.attach}</View>
      {pictures.map((picture, at) => (
        <Row
          key={picture.name}
          id={`picture-${at}`}
          icon="image"
          text={words.pictureNumber(at + 1)}
          remove={words.removePicture}
          onOpen={() => void Taro.previewImage({ urls: [picture.path] }).catch(() => undefined)}
          onRemove={() => change({ pictures: pictures.filter((one) => one !== picture) })}
        />
      ))}
      {guide ? (
        <Row
          id="guide"
          icon="book-open"
          text={words.guide(guide.title)}
          remove={words.removeGuide}
          onRemove={() => change({ guide: undefined })}
        />
      ) : null}
      {picking ? (
        <GuidePicker
          audiences={atHome}
          chosen={guide?.id}
          onChoose={({ id, title }) => {
            change({ guide: { id, title } });
            setPicking(false);
          }}
        />
      ) : (
        <View className="grid-2">
          {pictures.length < limits.picturesPerAnnouncement ? (
            <Button
              id="add-picture"
              look="soft"
              icon="image"
              label={words.addPicture}
              onTap={() => void add()}
            />
          ) : null}
          {guide ? null : (
            <Button
              id="add-guide"
              look="soft"
              icon="book-open"
              label={words.addGuide}
              onTap={() => setPicking(true)}
            />
          )}
        </View>
      )}
    </>
  );
}

interface RowProps {
  id: string;
  icon: IconName;
  text: string;
  remove: string;
  onOpen?: () => void;
  onRemove: () => void;
}

function Row({ id, icon, text, remove, onOpen, onRemove }: RowProps) {
  return (
    <Card>
      <View className="row">
        <Icon name={icon} />
        <View className="grow">{text}</View>
      </View>
      {onOpen ? (
        <Button id={`${id}-open`} look="soft" label={words.showPicture} onTap={onOpen} />
      ) : null}
      <Button id={`${id}-remove`} look="quiet" icon="x" label={remove} onTap={onRemove} />
    </Card>
  );
}
