import { View } from '@tarojs/components';
import { errorMeanings } from '@contract/errors';
import type { HomeVisit } from '@contract/director';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Line } from '@/components/notice';
import { useQueue } from '@/session/queue';
import { dayText, director } from '@/wording/director';
import { useUnsentVisits } from '../parts/unsent';

type Said = Pick<HomeVisit, 'day' | 'met' | 'state' | 'words' | 'safety'>;

/** What was written down of one visit. */
function Body({ said, today }: { said: Said; today: string }) {
  const { day, met, state, words, safety } = said;
  const how = met
    ? state === undefined
      ? director.metYes
      : director.states[state]
    : director.metNo;
  return (
    <>
      <View className="row row--wrap">
        <View className="t-strong">{dayText(day, today)}</View>
        <Chip tone={state === 'worrying' ? 'coming' : 'plain'} text={how} />
        {safety ? <Chip tone="alarm" text={director.safety} /> : null}
      </View>
      {words ? <View>{words}</View> : null}
    </>
  );
}

export function VisitCard({ visit, today }: { visit: HomeVisit; today: string }) {
  return (
    <Card id={`visit-${visit.id}`}>
      <View className="stack stack--tight">
        <Body said={visit} today={today} />
        <View className="t-small t-quiet">
          {visit.mine ? director.visitBy.mine : director.visitBy.other}
        </View>
      </View>
    </Card>
  );
}

/** What lies on this phone still, and what was refused and why. */
export function Unsent({ childId, today }: { childId: string; today: string }) {
  const unsent = useUnsentVisits(childId);
  const remove = useQueue((queue) => queue.remove);
  return (
    <>
      {unsent.map(({ requestId, input, refused }) => (
        <Card key={requestId} id={`unsent-${requestId}`} tone="coming">
          <View className="stack stack--tight">
            <Body said={input} today={today} />
            {refused === undefined ? (
              <Line icon="send" text={director.kept} />
            ) : (
              <>
                <Line
                  tone="alarm"
                  icon="circle-alert"
                  text={`${director.refused}${errorMeanings[refused].message}`}
                />
                <Button
                  id={`drop-${requestId}`}
                  look="quiet"
                  label={director.drop}
                  onTap={() => remove(requestId)}
                />
              </>
            )}
          </View>
        </Card>
      ))}
    </>
  );
}
