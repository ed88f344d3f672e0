import { View } from '@tarojs/components';
import './index.scss';

interface Props<Value extends string> {
  id: string;
  /** What is chosen here, for screen readers. */
  label: string;
  choices: { value: Value; text: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** Two or three short choices side by side, one of them taken. */
export function Segments<Value extends string>({
  id,
  label,
  choices,
  value: chosen,
  onChange,
}: Props<Value>) {
  return (
    <View className="segments" ariaRole="radiogroup" ariaLabel={label}>
      {choices.map(({ value, text }) => (
        <View
          key={value}
          id={`${id}-${value}`}
          className={`segments__choice${value === chosen ? ' segments__choice--on' : ''}`}
          ariaRole="radio"
          ariaChecked={value === chosen}
          onClick={() => onChange(value)}
        >
          {text}
        </View>
      ))}
    </View>
  );
}
