import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { announcement as words } from '@/wording/announcement';

/** The pictures of an announcement: asked for with a tap, since links to them last for minutes. */
export function Pictures({ id: announcementId, count }: { id: string; count: number }) {
  const [state, setState] = useState<'rest' | 'busy' | 'failed'>('rest');

  async function show() {
    setState('busy');
    const links = await Promise.all(
      Array.from({ length: count }, (_, number) =>
        call('school.openAnnouncementPicture', { announcementId, number }),
      ),
    );
    const urls = links.flatMap((answer) => (answer.ok ? [answer.data.url] : []));
    const shown =
      urls.length > 0 &&
      (await Taro.previewImage({ urls }).then(
        () => true,
        () => false,
      ));
    setState(shown ? 'rest' : 'failed');
  }
  return (
    <>
      <Button
        id="pictures"
        look="soft"
        icon="image"
        label={words.pictures(count)}
        busy={state === 'busy'}
        onTap={() => void show()}
      />
      {state === 'failed' ? (
        <Line tone="alarm" icon="circle-alert" text={words.cannotOpen} />
      ) : null}
    </>
  );
}
