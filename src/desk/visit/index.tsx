import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ChangeReason } from '@contract/enums';
import { useServerNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { visitWords } from '@/wording/desk-visit';
import '../brings';
import { useVisit, type ShownVisit } from '../parts/use-visit';
import { Actions } from './actions';
import { VisitFacts } from './facts';
import { CancelAsk, NoShowActions, NoShowAsk } from './leave';
import { Notes } from './notes';
import { useChanges } from './use-changes';

/** One visit: who, why, how to reach them, what was before, and what happens next with it. */
export default function VisitPage() {
  const { id = '', query } = useVisit();
  const now = useServerNow();
  const [asking, setAsking] = useState<'noShow' | 'cancel'>();
  const [reason, setReason] = useState<ChangeReason>();
  const changes = useChanges(id, () => {
    setAsking(undefined);
    query.reload();
  });
  const found = query.data?.entry.visit;
  const visit = found && { ...found, state: changes.state ?? found.state };
  const stop = () => setAsking(undefined);

  // A visit that has lost its place, or was given up on this page, has nobody in it.
  const gone = visit === undefined ? query.data !== undefined : visit.state === 'cancelled';
  if (id === '' || gone || query.error?.code === 'NOT_FOUND') {
    return (
      <Screen title={visitWords.title}>
        <Notice icon="calendar-x" title={visitWords.gone} hint={visitWords.goneHint} />
      </Screen>
    );
  }

  function actions() {
    if (!visit || !query.data) return null;
    if (asking === 'noShow') {
      return (
        <NoShowActions
          phone={visit.phone}
          busy={changes.busy === 'noShow'}
          onYes={changes.noShow}
          onNo={stop}
        />
      );
    }
    if (asking === 'cancel') {
      return (
        <>
          <Button id="cancel-no" label={visitWords.cancelNo} onTap={stop} />
          <Button
            id="cancel-yes"
            look="line"
            label={visitWords.cancelYes}
            busy={changes.busy === 'cancel'}
            onTap={() => changes.cancel(reason)}
          />
        </>
      );
    }
    return (
      <Actions
        visit={visit}
        start={query.data.entry.start}
        now={now}
        arriving={changes.busy === 'arrived'}
        onArrived={changes.arrive}
        onNoShow={() => setAsking('noShow')}
      />
    );
  }

  const coming = visit?.state === 'booked' || visit?.state === 'awaitingConsent';
  return (
    <Screen
      title={visitWords.title}
      footer={
        visit && (
          <>
            {changes.failed ? (
              <Line tone="alarm" icon="circle-alert" text={changes.failed.message} />
            ) : null}
            {actions()}
          </>
        )
      }
    >
      <Loaded query={query}>
        {(shown: ShownVisit) => {
          if (!visit) return null;
          if (asking === 'cancel') return <CancelAsk reason={reason} onReason={setReason} />;
          return (
            <>
              {asking === 'noShow' ? <NoShowAsk visit={visit} /> : null}
              {shown.entry.outsideHours && coming && !changes.kept ? (
                <Outside busy={changes.busy === 'keep'} onKeep={changes.keep} />
              ) : null}
              {changes.kept ? <Line icon="check" text={visitWords.kept} /> : null}
              {visit.state === 'awaitingConsent' ? (
                <Line icon="hourglass" text={visitWords.waitsForParent} />
              ) : null}
              <VisitFacts entry={shown.entry} visit={visit} now={now} />
              <Notes shown={shown} />
              <Choice
                id="figures"
                icon="clipboard-list"
                title={visitWords.figures}
                hint={visitWords.figuresHint}
                onTap={() => open('screeningFigures', { id })}
              />
              {coming ? (
                <>
                  <Choice
                    id="move"
                    icon="calendar-clock"
                    title={visitWords.move}
                    onTap={() => open('moveVisit', { id })}
                  />
                  <Choice
                    id="cancel"
                    icon="calendar-x"
                    title={visitWords.cancel}
                    onTap={() => setAsking('cancel')}
                  />
                </>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
}

/** The hours were changed after this was booked: what to do about it. */
function Outside({ busy, onKeep }: { busy: boolean; onKeep: () => void }) {
  return (
    <Card tone="coming">
      <View className="stack">
        <View className="t-strong">{visitWords.outside}</View>
        <View className="t-small">{visitWords.outsideHint}</View>
        <Button
          id="keep"
          look="soft"
          icon="calendar-check"
          label={visitWords.keep}
          busy={busy}
          onTap={onKeep}
        />
      </View>
    </Card>
  );
}
