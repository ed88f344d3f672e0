import { View } from '@tarojs/components';
import { Listen } from '../listen';

interface Props {
  title: string;
  hint?: string;
  /** What the listen button says; by default title and hint. */
  spoken?: string;
}

/** What a page asks or tells, with the button that reads it aloud. */
export function Heading({ title, hint, spoken }: Props) {
  return (
    <View>
      <View className="row row--between">
        <View
          className={`t-title grow${title.includes(' · ') ? ' t-parts' : ''}`}
          ariaRole="heading"
        >
          {/* The dot stays with what it comes after, where a line breaks. */}
          {title.replace(/ · /g, '\u00a0· ')}
        </View>
        <Listen id="listen-title" text={spoken ?? [title, hint].filter(Boolean).join('。')} />
      </View>
      {hint ? <View className="t-small t-quiet">{hint}</View> : null}
    </View>
  );
}
