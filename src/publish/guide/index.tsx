import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ActionName, InputOf } from '@contract';
import type { DeskGuideView } from '@contract/publishing';
import { useServerNow } from '@/cloud/clock';
import { useQuery, type Query } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { BigAction } from '@/components/big-action';
import { Button } from '@/components/button';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open, toTop } from '@/session/routes';
import { publishing } from '@/wording/publishing';
import '../brings';
import { ForDesk } from '../parts/for-desk';
import { addressOf, useVersion } from '../parts/version-of';
import { Deciding, type Decided } from './deciding';
import { Reading } from './reading';
import { Standing } from './standing';

/** One version: how families see it, how it stands, and what the caller can do with it. */
export default function GuidePage() {
  const version = useVersion();
  const query = useQuery('guides.showDraft', version ?? null);
  const [decision, setDecision] = useState<Decided>();
  const [done, setDone] = useState('');
  const { busy, failed, write } = useWrite();
  const guide = query.data?.guide;

  async function decide<Name extends ActionName>(send: [Name, InputOf<Name>], said: string) {
    const answer = await write(...send);
    if (!answer.ok) return;
    setDone(said);
    setDecision(undefined);
    query.reload();
    toTop();
  }

  if (guide && decision) {
    return (
      <Deciding
        guide={guide}
        decision={decision}
        busy={busy}
        failed={failed}
        onChange={setDecision}
        onBack={() => setDecision(undefined)}
        onSend={(send, said) => void decide(send, said)}
      />
    );
  }
  return (
    <Screen
      title={publishing.guideTitle}
      footer={guide ? <Footer guide={guide} onDecide={setDecision} /> : undefined}
    >
      <ForDesk query={query}>
        {query.error?.code === 'NOT_FOUND' || !version ? (
          <Notice icon="search" title={publishing.empty.draft[0]} />
        ) : (
          <Body
            query={query}
            done={done}
            onWithdraw={() => setDecision({ kind: 'withdraw', reason: '' })}
          />
        )}
      </ForDesk>
    </Screen>
  );
}

interface BodyProps {
  query: Query<{ guide: DeskGuideView; now: number }>;
  done: string;
  onWithdraw: () => void;
}

function Body({ query, done, onWithdraw }: BodyProps) {
  const now = useServerNow();
  return (
    <Loaded query={query} skeleton={4}>
      {({ guide }) => (
        <>
          {done ? <Line icon="check" text={done} /> : null}
          <Standing guide={guide} now={now} />
          {guide.version > 1 ? (
            <Button
              id="compare"
              look="soft"
              icon="eye"
              label={publishing.compare}
              onTap={() => open('deskCompare', addressOf(guide))}
            />
          ) : null}
          <View className="t-heading">{publishing.asFamilies}</View>
          <Reading text={guide.text} />
          {guide.status === 'published' ? (
            <BigAction
              id="figures"
              icon="chart-column"
              tone="people"
              title={publishing.figures}
              onTap={() =>
                open('deskFigures', { id: guide.guideId, version: String(guide.version) })
              }
            />
          ) : null}
          {guide.may.withdraw ? (
            <Button
              id="withdraw"
              look="line"
              icon="x"
              label={publishing.withdraw}
              onTap={onWithdraw}
            />
          ) : null}
        </>
      )}
    </Loaded>
  );
}

/** What is next stands under the thumb. */
function Footer({
  guide,
  onDecide,
}: {
  guide: DeskGuideView;
  onDecide: (decision: Decided) => void;
}) {
  const { may, status } = guide;
  const [code] = may.sign;
  const changes = (
    <Button
      id="change"
      icon="pencil"
      label={status === 'draft' ? publishing.change : publishing.changeNew}
      look={code || may.publish ? 'line' : 'main'}
      onTap={() => open('deskWrite', addressOf(guide))}
    />
  );
  if (!code && !may.publish) {
    return may.write ? changes : null;
  }
  return (
    <>
      {code ? (
        <Button
          id="sign"
          icon="badge-check"
          label={publishing.sign(code)}
          onTap={() => onDecide({ kind: 'sign', code, readers: 2 })}
        />
      ) : (
        <Button
          id="release"
          icon="send"
          label={publishing.release}
          onTap={() => open('deskPublish', addressOf(guide))}
        />
      )}
      {may.sendBack ? (
        <Button
          id="send-back"
          look="line"
          icon="repeat"
          label={publishing.sendBack}
          onTap={() => onDecide({ kind: 'sendBack', reason: '' })}
        />
      ) : null}
    </>
  );
}
