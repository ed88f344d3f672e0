import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import { awaySpans, awayWho, type AwaySpan, type AwayWho } from '@contract/enums';
import type { Away } from '@contract/family';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Face } from '@/components/face';
import { Heading } from '@/components/heading';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Steps } from '@/components/steps';
import { Tile } from '@/components/tile';
import { openBooking } from '@/session/consents';
import { back, replaceWith } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { awaySpanNames } from '@/wording/away';
import { circle } from '@/wording/circle';
import { common } from '@/wording/common';
import '../brings';
import { ChildPage } from '../parts/child-page';

const QuerySchema = v.object({ then: v.optional(v.picklist(['book', 'circle'])) });

/** The two plain questions: who of the parents works away, for how long already. */
export default function AwayPage() {
  return (
    <ChildPage
      title={circle.awayTitle}
      which={circle.whichChild}
      none={{ title: circle.noChildren, hint: circle.noChildrenHint }}
    >
      {(childId) => <AwayOf key={childId} childId={childId} />}
    </ChildPage>
  );
}

function AwayOf({ childId }: { childId: string }) {
  const query = useQuery('family.showCircle', { childId });
  if (!query.data) {
    return (
      <Screen title={circle.awayTitle}>
        <Loaded query={query}>{() => null}</Loaded>
      </Screen>
    );
  }
  return <Questions childId={childId} before={query.data.away} />;
}

function Questions({ childId, before }: { childId: string; before: Away | undefined }) {
  const then = usePageQuery(QuerySchema)?.then;
  const [who, setWho] = useState<AwayWho | undefined>(before?.who);
  const [span, setSpan] = useState<AwaySpan | undefined>(before?.span);
  const [state, setState] = useState<{ busy: boolean; failed?: string }>({ busy: false });
  const [requestId, setRequestId] = useState(() => newRequestId());
  const complete = who === 'nobody' || (who !== undefined && span !== undefined);

  const [step, setStep] = useState<'who' | 'span'>('who');

  function goOn() {
    if (then === 'book') openBooking(childId, replaceWith);
    else if (then === 'circle') replaceWith('circle', { childId });
    else back();
  }

  async function save() {
    if (!who) return;
    setState({ busy: true });
    const input = who === 'nobody' ? { childId, who } : { childId, who, span };
    const answer = await call('family.sayWhoIsAway', input, requestId);
    if (answer.ok) goOn();
    else setState({ busy: false, failed: answer.error.message });
  }

  const saveButton = (
    <Button
      id="save"
      label={circle.awaySave}
      disabled={!complete}
      busy={state.busy}
      onTap={() => void save()}
    />
  );
  const skipButton = <Button id="skip" look="quiet" label={circle.awaySkip} onTap={goOn} />;
  const failed = state.failed ? (
    <Line tone="alarm" icon="circle-alert" text={state.failed} />
  ) : null;

  function choose(part: { who?: AwayWho; span?: AwaySpan }) {
    if (part.who) setWho(part.who);
    if (part.span) setSpan(part.span);
    setRequestId(newRequestId());
  }

  if (step === 'span' && who !== undefined) {
    return (
      <Screen
        title={circle.awayTitle}
        onBack={() => setStep('who')}
        footer={
          <>
            {saveButton}
            {skipButton}
          </>
        }
      >
        <Steps done={2} total={2} />
        <Heading title={circle.awaySpan} />
        <View className="grid-2" ariaRole="radiogroup">
          {awaySpans.map((one) => (
            <Tile
              key={one}
              id={`span-${one}`}
              kind="radio"
              icon={one === 'overHalfYear' ? 'calendar-check' : 'clock'}
              label={awaySpanNames[one]}
              selected={span === one}
              onTap={() => choose({ span: one })}
            />
          ))}
        </View>
        {failed}
      </Screen>
    );
  }
  return (
    <Screen
      title={circle.awayTitle}
      footer={
        <>
          {who === 'nobody' ? saveButton : null}
          {who !== undefined && who !== 'nobody' ? (
            <Button id="next" label={common.next} onTap={() => setStep('span')} />
          ) : null}
          {skipButton}
        </>
      }
    >
      <Steps done={1} total={2} />
      <Heading title={circle.awayHeading} hint={circle.awayHint} />
      {before ? <Line tone="quiet" icon="info" text={circle.awayBefore} /> : null}
      <View className="grid-2" ariaRole="radiogroup">
        {awayWho.map((one) => (
          <Tile
            key={one}
            id={`away-${one}`}
            kind="radio"
            picture={<Picture of={one} />}
            label={circle.awayChoices[one]}
            selected={who === one}
            onTap={() => {
              choose({ who: one });
              if (one !== 'nobody') setStep('span');
            }}
          />
        ))}
      </View>
      {failed}
    </Screen>
  );
}

function Picture({ of: who }: { of: AwayWho }) {
  if (who === 'nobody') return <Icon name="house" size="large" />;
  return (
    <View className="row">
      {who !== 'mother' ? <Face of="father" /> : null}
      {who !== 'father' ? <Face of="mother" /> : null}
    </View>
  );
}
