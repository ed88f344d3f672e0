import { useShareAppMessage } from '@tarojs/taro';
import { useCallback, useState, type PropsWithChildren } from 'react';
import type { Channel } from '@contract/arriving';
import { sceneOf } from '@rules/campaign';
import { useQuery } from '@/cloud/use-query';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { usePaper } from '@/components/paper-sheet';
import { Screen } from '@/components/screen';
import { ShareButton } from '@/components/share-button';
import type { Sheet } from '@/session/canvas';
import { common } from '@/wording/common';
import { home } from '@/wording/home';
import { reach } from '@/wording/reach';
import { card, drawCard } from './draw-card';
import { WordsToCopy } from './words-to-copy';

interface Props {
  place: string | undefined;
  /** What the place is called; undefined until it is known. */
  name: string | undefined;
  channel: Channel;
}

const front = '/pages/home/index';

/** Under what was chosen: the code, the words to copy, and below them what is done with it. */
export function CodeScreen({ place, name, channel, children }: PropsWithChildren<Props>) {
  const source = place === undefined ? undefined : { channel, place };
  const query = useQuery('reach.drawCode', source);
  const image = query.data?.image;
  const ready = image !== undefined && name !== undefined;
  const [picture, setPicture] = useState<string>();
  const draw = useCallback(
    async (sheet: Sheet) => {
      const code = await sheet.loadImage(`data:image/png;base64,${image}`);
      drawCard(sheet.context, {
        name: `${common.product} · ${name}`,
        question: reach.cardQuestion,
        scan: reach.cardScan,
        use: reach.channels[channel],
        code,
      });
    },
    [image, name, channel],
  );
  const keepPicture = useCallback((sheet: Sheet) => {
    void sheet.file().then(setPicture);
  }, []);
  const label = reach.codeLabel(name ?? '', reach.channels[channel]);
  const { canvas, footer } = usePaper({
    ...{ paper: card, label, fileName: reach.file(name ?? '', reach.channels[channel]) },
    draw: ready ? draw : undefined,
    onDrawn: keepPicture,
  });
  const shared = channel === 'group' && source !== undefined;
  const path = shared ? `${front}?scene=${sceneOf(source)}` : front;
  useShareAppMessage(({ from }) =>
    // From WeChat's own menu only the front door is shared.
    from === 'button' && shared
      ? { title: reach.shareTitle, path, ...(picture ? { imageUrl: picture } : {}) }
      : { title: home.welcome, path: front },
  );
  return (
    <Screen
      title={reach.title}
      footer={
        ready ? (
          <>
            {shared ? (
              <ShareButton id="share" icon="share-2" label={reach.share} path={path} />
            ) : null}
            {footer}
          </>
        ) : undefined
      }
    >
      {children}
      {source === undefined ? (
        <Line icon="map-pin" text={reach.pickFirst} />
      ) : (
        <Loaded query={query} skeleton={1}>
          {() =>
            ready ? (
              <>
                <Line tone="quiet" icon="info" text={reach.channelHints[channel]} />
                {canvas}
                <WordsToCopy key={channel} channel={channel} place={name} />
              </>
            ) : null
          }
        </Loaded>
      )}
    </Screen>
  );
}
