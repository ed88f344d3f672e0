import { View } from '@tarojs/components';
import { Icon } from '@/components/icon';
import './pills.scss';

interface Props<Value extends string> {
  /** What is asked, above the pills. */
  title: string;
  /** Ids of the pills begin with it. */
  id: string;
  options: readonly { value: Value; label: string }[];
  chosen: Value | undefined;
  onChoose: (value: Value) => void;
}

/** One of a few short words. */
export function Pills<Value extends string>({
  title,
  id,
  options,
  chosen,
  onChoose,
}: Props<Value>) {
  return (
    <View className="stack">
      <View className="t-heading">{title}</View>
      <View className="pills" ariaRole="radiogroup" ariaLabel={title}>
        {options.map(({ value, label }) => {
          const on = value === chosen;
          return (
            <View
              key={value}
              id={`${id}-${value}`}
              className={`pills__pill${on ? ' pills__pill--on' : ''}`}
              hoverClass="pills__pill--pressed"
              ariaRole="radio"
              ariaChecked={on}
              ariaLabel={`${title}${label}`}
              onClick={() => onChoose(value)}
            >
              {on ? <Icon name="check" size="small" /> : null}
              {label}
            </View>
          );
        })}
      </View>
    </View>
  );
}
