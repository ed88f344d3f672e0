import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AwaySpan, AwayWho } from '@contract/enums';
import type { Away, RosterEntry } from '@contract/family';
import { dayOf } from '@rules/dates';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';
import { Button } from '@/components/button';
import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import { Line } from '@/components/notice';
import { open } from '@/session/routes';
import { awaySpanNames, awayText, awayWhoNames } from '@/wording/away';
import { courses } from '@/wording/courses';
import { roster } from '@/wording/roster';
import { savedText, shortDate } from '@/wording/when';
import { FamilyActions } from './family-actions';
import './child-card.scss';

interface Props {
  child: RosterEntry;
  away: Away | undefined;
  now: number;
  opened: boolean;
  onToggle: () => void;
  onSaid: (away: Away) => void;
  onTaken: () => void;
}

interface Answer {
  who: AwayWho;
  span?: AwaySpan;
}

const spans: AwaySpan[] = ['overHalfYear', 'underHalfYear'];
const awayWho: AwayWho[] = ['both', 'mother', 'father'];

/** One child; a tap opens the question, a second one answers it. */
export function ChildCard({ child, away, now, opened, onToggle, onSaid, onTaken }: Props) {
  const [state, setState] = useState<{ busy?: Answer; failed?: string }>({});
  const [requestId, setRequestId] = useState(newRequestId);
  const about = [roster.age(child.age), child.schoolName ?? roster.noSchool].join(' · ');
  const text = away ? awayText(away) : roster.unknown;

  async function say(answer: Answer) {
    if (state.busy) return;
    setState({ busy: answer });
    const result = await call('family.confirmStatus', { childId: child.id, ...answer }, requestId);
    setRequestId(newRequestId());
    if (result.ok) {
      setState({});
      onSaid(result.data.away);
    } else setState({ failed: result.error.message });
  }

  const choice = (answer: Answer, label: string, spoken: string) => {
    const current = away?.who === answer.who && away.span === answer.span;
    const busy = state.busy?.who === answer.who && state.busy.span === answer.span;
    return (
      <View
        key={label}
        id={`say-${answer.who}${answer.span ? `-${answer.span}` : ''}`}
        className={`child-card__answer${current ? ' child-card__answer--current' : ''}`}
        hoverClass="card--pressed"
        ariaRole="button"
        ariaLabel={spoken}
        onClick={() => void say(answer)}
      >
        {current ? <Icon name="check" size="small" /> : null}
        <View>{busy ? `${label}…` : label}</View>
      </View>
    );
  };

  return (
    <View className="card card--plain">
      <View
        id={`child-${child.id}`}
        className="row child-card"
        hoverClass="card--pressed"
        ariaRole="button"
        ariaLabel={[child.nickname, about, text].join('，')}
        onClick={onToggle}
      >
        <View className="grow stack stack--tight">
          <View className="row row--wrap child-card__names">
            <View className="t-strong">{child.nickname}</View>
            <View className="t-small t-quiet">{about}</View>
          </View>
          <View className={away ? '' : 't-quiet'}>{text}</View>
          <View className="row row--wrap child-card__chips">
            {away ? <Source away={away} now={now} /> : null}
            {child.guardianThere ? null : <Chip tone="plain" text={roster.noParent} />}
            {child.byProxy ? <Chip tone="people" text={proxyText(child)} /> : null}
            {child.waiting ? <Chip tone="coming" text={roster.waitsForSomebody} /> : null}
          </View>
        </View>
        <Icon name={opened ? 'chevron-down' : 'chevron-right'} />
      </View>
      {opened ? (
        <View className="child-card__panel">
          <FamilyActions child={child} onTaken={onTaken} />
          {child.byProxy ? null : (
            <Button
              id={`course-${child.id}`}
              look="line"
              icon="headphones"
              label={courses.offerFromRoster}
              onTap={() => open('offerCourse', { childId: child.id })}
            />
          )}
          <View>
            <View className="t-strong">{roster.ask(child.nickname)}</View>
            <View className="t-small t-quiet">{roster.askHint}</View>
          </View>
          {awayWho.map((who) => (
            <View key={who} className="child-card__who">
              <View className="t-small">{awayWhoNames[who]}</View>
              <View className="child-card__answers">
                {spans.map((span) =>
                  choice({ who, span }, awaySpanNames[span], awayText({ who, span })),
                )}
              </View>
            </View>
          ))}
          {choice({ who: 'nobody' }, awayWhoNames.nobody, awayWhoNames.nobody)}
          {state.failed ? <Line tone="alarm" icon="circle-alert" text={state.failed} /> : null}
        </View>
      ) : null}
    </View>
  );
}

/** Since when the caller acts for the family, where somebody did before. */
function proxyText({ handedOverAt }: RosterEntry): string {
  return handedOverAt === undefined
    ? roster.byProxy
    : roster.handedOver(shortDate(dayOf(handedOverAt)));
}

/** Whose word it is. */
function Source({ away, now }: { away: Away; now: number }) {
  if (away.confirmedAt === undefined) return <Chip tone="coming" text={roster.saidByFamily} />;
  return <Chip text={roster.confirmedOn(savedText(away.confirmedAt, now))} />;
}
