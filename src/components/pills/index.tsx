import { View } from '@tarojs/components';
import './index.scss';

interface Props<Value extends string> {
  id: string;
  label: string;
  choices: readonly { value: Value; text: string }[];
  chosen: readonly Value[];
  /** Several may be chosen together. */
  several?: boolean;
  onTap: (value: Value) => void;
}

/** Many short choices that break into lines; a chosen one has a tick, never colour alone. */
export function Pills<Value extends string>({
  id,
  label,
  choices,
  chosen,
  several = false,
  onTap,
}: Props<Value>) {
  return (
    <View className="pills" ariaRole={several ? 'group' : 'radiogroup'} ariaLabel={label}>
      {choices.map(({ value, text }) => {
        const on = chosen.includes(value);
        return (
          <View
            key={value}
            id={`${id}-${value}`}
            className={`pills__pill${on ? ' pills__pill--on' : ''}`}
            hoverClass="card--pressed"
            ariaRole={several ? 'checkbox' : 'radio'}
            ariaChecked={on}
            onClick={() => onTap(value)}
          >
            {on ? `✓ ${text}` : text}
          </View>
        );
      })}
    </View>
  );
}
