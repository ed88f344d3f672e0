import { useEffect } from 'react';
import { errorMeanings } from '@contract/errors';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { ToldHelp } from '@/components/first-help';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open, replaceWith } from '@/session/routes';
import { me } from '@/wording/me';
import { week } from '@/wording/week';
import '../brings';
import { AnswerEditor } from '../parts/answer-editor';
import { ChildTabs } from '../parts/child-tabs';
import { useHomeDraft } from '../parts/home-draft';
import { isToldAny, toldOf } from '../parts/told';
import { useChildId } from '../parts/use-child-id';
import '../parts/week.scss';

/** The weekly question at home: one tap for "as usual", a face and facts for everything else. */
export default function WeeklyHomePage() {
  const { childId, children, query: home, choose } = useChildId();
  const query = useQuery('school.listWeeks', childId ? { childId } : undefined);
  const { drafts, busy, sent, change, confirm, send } = useHomeDraft();
  useEffect(() => {
    // What was sent before the page was opened may be put right.
    useHomeDraft.setState({ sent: undefined });
    void send();
  }, [send]);
  if (home.data && childId === undefined) {
    return (
      <Screen title={week.homeTitle}>
        <Notice icon="smile" title={me.messagesEmpty} hint={me.messagesEmptyHint} />
      </Screen>
    );
  }
  const monday = query.data?.week;
  const draft = drafts.find((one) => one.childId === childId && one.week === monday);
  const said = query.data?.weeks.find((one) => one.week === monday)?.home?.answer;
  const told = draft?.told ?? toldOf(said);
  const about = childId && monday ? { childId, week: monday } : undefined;
  const plain = !isToldAny(told);
  if (sent?.childId === childId && !draft) {
    return (
      <Screen title={week.homeTitle}>
        <Notice
          icon="circle-check"
          title={week.homeSent}
          hint={sent?.held ? week.heldHint : week.homeHint}
          action={{
            id: 'see-week',
            label: week.familyTitle,
            onTap: () => replaceWith('childWeek', { childId: childId ?? '' }),
          }}
        />
        <ToldHelp where={childId ?? ''} />
      </Screen>
    );
  }
  return (
    <Screen
      title={week.homeTitle}
      footer={
        about ? (
          <Button
            id="confirm"
            icon="check"
            busy={busy && draft?.sending === true}
            label={plain ? week.usual : week.homeSend}
            onTap={() => void confirm(about, plain ? undefined : told)}
          />
        ) : undefined
      }
    >
      <Loaded
        query={childId === undefined ? { ...query, error: home.error, reload: home.reload } : query}
      >
        {({ nickname }) => (
          <>
            <Heading title={week.homeHeading(nickname)} hint={week.homeHint} />
            <ChildTabs childrenThere={children} childId={childId} onChoose={choose} />
            {draft?.refused ? (
              <Line
                tone="alarm"
                icon="circle-alert"
                text={`${week.refused}：${errorMeanings[draft.refused].message}`}
              />
            ) : null}
            {draft?.sending && !draft.refused ? (
              <Line icon="send" text={`${week.waiting}。${week.waitingHint}`} />
            ) : null}
            <AnswerEditor
              where="home"
              childId={childId ?? ''}
              told={told}
              onChange={(next) => {
                if (about) change(about, next);
              }}
            />
            <Button
              id="see-week"
              look="quiet"
              label={week.familyHeading(nickname)}
              onTap={() => open('childWeek', { childId: childId ?? '' })}
            />
          </>
        )}
      </Loaded>
    </Screen>
  );
}
