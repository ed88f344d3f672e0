import { Input } from '@tarojs/components';
import * as v from 'valibot';
import './index.scss';

interface Props {
  id: string;
  /** What is asked, for screen readers. */
  label: string;
  value: string;
  placeholder: string;
  maxLength: number;
  type?: 'text' | 'number';
  onChange: (text: string) => void;
}

const TextSchema = v.object({ value: v.string() });

/** A line to write into. */
export function Field({
  id,
  label,
  value,
  placeholder,
  maxLength,
  type = 'text',
  onChange,
}: Props) {
  return (
    <Input
      id={id}
      className="field"
      type={type}
      maxlength={maxLength}
      value={value}
      placeholder={placeholder}
      ariaLabel={label}
      onInput={(event) => {
        const input = v.safeParse(TextSchema, event.detail);
        if (input.success) onChange(input.output.value);
      }}
    />
  );
}
