import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DraftText } from '@contract/guides';
import { Field } from '@/components/field';
import { publishing } from '@/wording/publishing';
import { TextArea } from '@/components/text-area';

interface Props {
  text: DraftText;
  onChange: (part: Partial<DraftText>) => void;
}

export function NameFields({ text, onChange }: Props) {
  return (
    <>
      <View>
        <View className="t-strong">{publishing.titleLabel}</View>
        <Field
          id="title"
          label={publishing.titleLabel}
          value={text.title}
          placeholder={publishing.titleExample}
          maxLength={24}
          onChange={(title) => onChange({ title })}
        />
      </View>
      <TextArea
        id="purpose"
        label={publishing.purposeLabel}
        value={text.purpose}
        placeholder={publishing.purposeExample}
        maxLength={60}
        onChange={(purpose) => onChange({ purpose })}
      />
    </>
  );
}

/** What people say when they look for it; kept as it is typed until it is taken apart. */
export function WordFields({ text, onChange }: Props) {
  const [typed, setTyped] = useState(text.words.join('、'));
  return (
    <TextArea
      id="words"
      label={publishing.wordsLabel}
      value={typed}
      placeholder={publishing.wordsExample}
      maxLength={160}
      onChange={(value) => {
        setTyped(value);
        const words = value.split(/[、，,\s]+/).filter(Boolean);
        onChange({ words: [...new Set(words)].slice(0, 12).map((word) => word.slice(0, 24)) });
      }}
    />
  );
}
