import { View } from '@tarojs/components';
import { urgencies, type Urgency } from '@contract/enums';
import { Icon } from '@/components/icon';
import { Line } from '@/components/notice';
import { requests } from '@/wording/desk-lists';
import { useWrite } from '../parts/use-write';
import './urgency.scss';

interface Props {
  waitlistId: string;
  nickname: string;
  urgency: Urgency;
  /** It was set on this page. */
  isSet: boolean;
  onSet: (urgency: Urgency) => void;
}

/** How soon somebody should be seen: one tap by a person, and it is written down who. */
export function UrgencyChoice({ waitlistId, nickname, urgency, isSet, onSet }: Props) {
  const set = useWrite('booking.setUrgency');

  function choose(chosen: Urgency) {
    if (chosen === urgency) return;
    void set.run({ waitlistId, urgency: chosen }).then((answer) => {
      if (answer) onSet(answer.urgency);
    });
  }

  return (
    <View className="stack stack--tight">
      <View className="urgency" ariaRole="radiogroup" ariaLabel={requests.how(nickname)}>
        {urgencies.map((one) => {
          const on = one === urgency;
          return (
            <View
              key={one}
              id={`urgency-${one}-${waitlistId}`}
              className={`urgency__choice${on ? ` urgency__choice--${one}` : ''}`}
              hoverClass="card--pressed"
              ariaRole="radio"
              ariaChecked={on}
              ariaDisabled={set.busy}
              ariaLabel={requests.urgencies[one]}
              onClick={() => choose(one)}
            >
              {on ? <Icon name="check" size="small" /> : null}
              <View>{requests.urgencies[one]}</View>
            </View>
          );
        })}
      </View>
      {isSet ? <Line icon="check" text={requests.set} /> : null}
      {set.failed ? <Line tone="alarm" icon="circle-alert" text={set.failed.message} /> : null}
    </View>
  );
}
