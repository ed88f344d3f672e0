import { Textarea, View } from '@tarojs/components';
import * as v from 'valibot';
import { Card } from '../card';
import './index.scss';

const TextSchema = v.object({ value: v.string() });

interface Props {
  id: string;
  label: string;
  value: string;
  placeholder: string;
  maxLength: number;
  onChange: (text: string) => void;
}

/** Some lines to write into. */
export function TextArea({ id, label, value, placeholder, maxLength, onChange }: Props) {
  return (
    <View>
      <View className="t-strong">{label}</View>
      <Textarea
        id={id}
        className="text-area"
        autoHeight
        cursorSpacing={120}
        maxlength={maxLength}
        value={value}
        placeholder={placeholder}
        ariaLabel={label}
        onInput={(event) => {
          const input = v.safeParse(TextSchema, event.detail);
          if (input.success) onChange(input.output.value);
        }}
      />
    </View>
  );
}

/** Why something is sent back or withdrawn. */
export function Reasons(props: Omit<Props, 'id' | 'maxLength'>) {
  return (
    <Card>
      <TextArea id="reasons" maxLength={400} {...props} />
    </Card>
  );
}
