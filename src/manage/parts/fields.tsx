import { View } from '@tarojs/components';
import { useState } from 'react';
import { Field } from '@/components/field';

interface Props {
  id: string;
  label: string;
  value: string;
  placeholder: string;
  maxLength: number;
  onChange: (text: string) => void;
}

/** A line to write into, with what is asked above it. */
export function Labelled(props: Props) {
  return (
    <View>
      <View className="t-strong">{props.label}</View>
      <Field {...props} />
    </View>
  );
}

/** A number as it is typed: half of one ("27.") is no number yet and must not jump. */
export function NumberField({
  value,
  onChange,
  ...rest
}: Omit<Props, 'value' | 'onChange' | 'maxLength'> & {
  value: number;
  onChange: (value: number) => void;
}) {
  const [text, setText] = useState(value === 0 ? '' : String(value));
  return (
    <Labelled
      {...rest}
      maxLength={12}
      value={text}
      onChange={(typed) => {
        setText(typed);
        const number = Number(typed);
        onChange(Number.isFinite(number) ? number : 0);
      }}
    />
  );
}
