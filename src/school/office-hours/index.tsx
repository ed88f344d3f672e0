import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { TeacherHours } from '@contract/school-desk';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { newRequestId } from '@/cloud/request-id';
import { useQuery } from '@/cloud/use-query';
import { dayOf } from '@rules/dates';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { schoolDesk as words, weekText } from '@/wording/school-desk';
import { shortDate } from '@/wording/when';
import '../brings';
import { AbsenceAdder, SpanAdder } from './adders';

interface Draft {
  hours: TeacherHours;
  requestId: string;
}

/** When a teacher answers: spans of the week, and days off. Nothing changes until it is saved. */
export default function OfficeHoursPage() {
  const query = useQuery('school.showOfficeHours', {});
  const today = dayOf(useServerNow());
  const [draft, setDraft] = useState<Draft>();
  const [saving, setSaving] = useState<
    { is: 'no' | 'busy' | 'saved' } | { is: 'failed'; text: string }
  >({
    is: 'no',
  });
  /** What is on the page may be newer than what is being saved. */
  const latest = useRef<string>();
  const change = (hours: TeacherHours) => {
    const requestId = newRequestId();
    latest.current = requestId;
    setDraft({ hours, requestId });
    setSaving((now) => (now.is === 'busy' ? now : { is: 'no' }));
  };

  async function save({ hours, requestId }: Draft) {
    setSaving({ is: 'busy' });
    const answer = await call('school.setOfficeHours', { hours }, requestId);
    if (!answer.ok) {
      setSaving({ is: 'failed', text: answer.error.message });
      return;
    }
    const isAll = latest.current === requestId;
    setSaving({ is: isAll ? 'saved' : 'no' });
    if (isAll) setDraft(undefined);
    query.reload();
  }

  const refused = query.error?.code === 'FORBIDDEN' || query.error?.code === 'NOT_SIGNED_IN';
  return (
    <Screen
      title={words.hoursTitle}
      footer={
        draft ? (
          <Button
            id="save-hours"
            icon="check"
            label={words.save}
            busy={saving.is === 'busy'}
            onTap={() => void save(draft)}
          />
        ) : undefined
      }
    >
      {refused ? (
        <Notice icon="lock" title={words.notStaff} hint={words.notStaffHint} />
      ) : (
        <Loaded query={query} skeleton={3}>
          {(known) => {
            const hours = draft?.hours ?? known.hours;
            return (
              <>
                <Heading title={words.hoursHeading} hint={words.hoursExplained} />
                {saving.is === 'saved' ? <Line icon="check" text={words.saved} /> : null}
                {saving.is === 'failed' ? (
                  <Line tone="alarm" icon="circle-alert" text={saving.text} />
                ) : null}
                {hours.spans.length === 0 ? (
                  <Line tone="quiet" icon="info" text={words.noHours} />
                ) : null}
                {timesOf(hours).map(({ from, to, spans }) => (
                  <Row
                    key={`${from}-${to}`}
                    id={`remove-${from}-${to}`}
                    text={weekText(spans).join('')}
                    onRemove={() =>
                      change({ ...hours, spans: hours.spans.filter((one) => !spans.includes(one)) })
                    }
                  />
                ))}
                <SpanAdder hours={hours} onAdd={change} />
                <View className="t-heading">{words.absences}</View>
                <View className="t-quiet">{words.absencesHint}</View>
                {hours.absences.map((absence) => (
                  <Row
                    key={`${absence.from} ${absence.to}`}
                    id={`remove-${absence.from}`}
                    text={words.between(absence.from, absence.to)}
                    onRemove={() =>
                      change({
                        ...hours,
                        absences: hours.absences.filter((one) => one !== absence),
                      })
                    }
                  />
                ))}
                <AbsenceAdder hours={hours} today={today} onAdd={change} />
                {known.holidays.length > 0 ? (
                  <Line
                    tone="quiet"
                    icon="calendar-x"
                    text={words.holidays(
                      known.holidays.map(({ day, name }) => `${name} ${shortDate(day)}`).join('、'),
                    )}
                  />
                ) : null}
              </>
            );
          }}
        </Loaded>
      )}
    </Screen>
  );
}

/** The same time on several days is one line. */
function timesOf({ spans }: TeacherHours) {
  const keys = [...new Set(spans.map(({ from, to }) => from * 10_000 + to))].sort((a, b) => a - b);
  return keys.map((key) => {
    const same = spans.filter(({ from, to }) => from * 10_000 + to === key);
    return { from: Math.floor(key / 10_000), to: key % 10_000, spans: same };
  });
}

function Row({ id, text, onRemove }: { id: string; text: string; onRemove: () => void }) {
  return (
    <Card>
      <View className="row row--between">
        <View className="grow t-strong t-parts">{text}</View>
        <Button id={id} look="quiet" icon="x" label={words.remove} onTap={onRemove} />
      </View>
    </Card>
  );
}
