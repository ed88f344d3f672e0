import { useEffect, useState } from 'react';
import * as v from 'valibot';
import type { Answer, OutputOf } from '@contract';
import { IdSchema } from '@contract/shapes';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Failed, Skeleton } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { openTab, replaceWith } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { pushes as words } from '@/wording/pushes';
import '../brings';

const QuerySchema = v.object({ id: IdSchema });
type Opened = Answer<OutputOf<'notify.openBulletin'>>;

/** What was sent to one, and that one has opened it. */
export default function BulletinPage() {
  const id = usePageQuery(QuerySchema)?.id;
  const [opened, setOpened] = useState<Opened>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (id !== undefined) void call('notify.openBulletin', { id }).then(setOpened);
  }, [id, turn]);
  const guide = opened?.ok ? opened.data : undefined;
  return (
    <Screen
      title={words.bulletinTitle}
      footer={
        guide ? (
          <Button
            id="open-guide"
            icon="headphones"
            label={words.bulletinOpen}
            onTap={() => replaceWith('guide', { id: guide.guideId })}
          />
        ) : undefined
      }
    >
      {guide ? (
        <Heading title={`《${guide.title}》`} hint={words.bulletinHint} />
      ) : opened === undefined ? (
        <Skeleton count={2} />
      ) : !opened.ok && opened.error.code !== 'NOT_FOUND' ? (
        <Failed
          error={opened.error}
          onRetry={() => {
            setOpened(undefined);
            setTurn(turn + 1);
          }}
        />
      ) : (
        <Notice
          icon="file-text"
          title={words.bulletinGone}
          hint={words.bulletinGoneHint}
          action={{ id: 'guides', label: words.bulletinOpen, onTap: () => openTab('guides') }}
        />
      )}
    </Screen>
  );
}
