import { Textarea, View } from '@tarojs/components';
import * as v from 'valibot';
import { limits } from '@contract/limits';
import { Card } from '@/components/card';
import { Line } from '@/components/notice';
import { visitWords } from '@/wording/desk-visit';
import './note-field.scss';

const TextSchema = v.object({ value: v.string() });

/** From here on it is told how much room is left. */
const countFrom = limits.noteCharacters - 200;

interface Props {
  value: string;
  onChange: (text: string) => void;
}

/** A few words for oneself, and who can read them. */
export function NoteField({ value, onChange }: Props) {
  return (
    <Card>
      <View className="t-strong">{visitWords.noteLabel}</View>
      <Textarea
        id="note"
        className="note-field"
        autoHeight
        // Where it is written the keyboard comes up; the page moves so that it stays in view.
        cursorSpacing={120}
        maxlength={limits.noteCharacters}
        value={value}
        placeholder={visitWords.notePlaceholder}
        ariaLabel={visitWords.noteLabel}
        onInput={(event) => {
          const input = v.safeParse(TextSchema, event.detail);
          if (input.success) onChange(input.output.value);
        }}
      />
      <Line tone="quiet" icon="lock" text={visitWords.noteWho} />
      {value === '' ? null : <Line tone="quiet" icon="info" text={visitWords.noteKept} />}
      {value.length >= countFrom ? (
        <View className="t-small t-quiet">
          {visitWords.noteCount(value.length, limits.noteCharacters)}
        </View>
      ) : null}
    </Card>
  );
}
