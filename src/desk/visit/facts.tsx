import { View } from '@tarojs/components';
import type { DayEntry, Visit } from '@contract/day';
import { dayOf } from '@rules/dates';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Fact } from '@/components/fact';
import { Line } from '@/components/notice';
import { PhoneLine } from '@/components/phone-line';
import { StateChip } from '@/components/day-board/state-chip';
import { dotted } from '@/wording/common';
import { desk, namesOf } from '@/wording/desk';
import { visitWords } from '@/wording/desk-visit';
import { hours } from '@/wording/hours';
import { kinName, whereText, worryNames } from '@/wording/names';
import { deskTime, longDate } from '@/wording/when';
import { Voice } from './voice';

interface Props {
  entry: DayEntry;
  visit: Visit;
  now: number;
}

/** Who comes, how it stands, how to reach them, and why they come. */
export function VisitFacts({ entry, visit, now }: Props) {
  const { age, sibling, schoolName, phone, relation } = visit;
  const ages = [age, ...(sibling ? [sibling.age] : [])].map(visitWords.age).join('、');
  const nth = visit.visitNumber === 1 ? desk.first : desk.again(visit.visitNumber);
  return (
    <>
      <View className="row row--between row--wrap">
        <View className="t-title">{namesOf(visit)}</View>
        <StateChip visit={visit} now={now} />
      </View>
      {phone ? (
        <PhoneLine
          line={{
            ...{ id: 'family', number: phone, urgent: false },
            name: kinName(relation),
            purpose: visitWords.callAbout,
          }}
        />
      ) : (
        <Line tone="quiet" icon="phone" text={visitWords.noPhone} />
      )}
      <Card>
        <View className="stack">
          <Fact icon="clock" title={visitWords.when}>
            {longDate(dayOf(entry.start))}{' '}
            {hours.spanText(deskTime(entry.start), deskTime(entry.end))}
          </Fact>
          <Fact icon="map-pin" title={visitWords.place}>
            {whereText(entry)}
          </Fact>
          <Fact icon="user" title={visitWords.who}>
            {dotted(ages, schoolName, nth)}
          </Fact>
          <Fact icon="users" title={visitWords.with}>
            {kinName(relation)}
          </Fact>
          {visit.state === 'booked' && visit.confirmed ? (
            <Fact icon="check" title={visitWords.asked}>
              {desk.comes}
            </Fact>
          ) : null}
          {visit.joining.length > 0 ? (
            <Fact icon="phone-call" title={visitWords.joining}>
              <View>{visit.joining.map(kinName).join('、')}</View>
              <View className="t-small t-quiet">{visitWords.joiningHint}</View>
            </Fact>
          ) : null}
        </View>
      </Card>
      <Why visit={visit} />
    </>
  );
}

function Why({ visit }: { visit: Visit }) {
  const { worries, voiceSeconds, appointmentId } = visit;
  return (
    <Card>
      <View className="stack">
        <View className="t-small t-quiet">{visitWords.why}</View>
        {worries.length > 0 ? (
          <View className="row row--wrap">
            {worries.map((worry) => (
              <Chip key={worry} tone="people" text={worryNames[worry]} />
            ))}
          </View>
        ) : voiceSeconds ? null : (
          <View>{visitWords.noWorries}</View>
        )}
        {voiceSeconds ? <Voice appointmentId={appointmentId} seconds={voiceSeconds} /> : null}
      </View>
    </Card>
  );
}
