import { View } from '@tarojs/components';
import { nationalLines } from '@contract/national-lines';
import { readSaved } from '@/cloud/cache';
import { Card } from '../card';
import { Listen } from '../listen';
import { PhoneLine } from '../phone-line';
import { useCounty } from '@/session/session';
import { guides } from '@/wording/guides';

/** Whom to call when a guide names nobody: first aid, police, somebody to talk to. */
const usual = ['national-120', 'national-110', 'national-12356'];

interface Props {
  /** Lines of the directory, by id, the first one first. */
  lineIds?: readonly string[] | undefined;
  title?: string;
  hint?: string;
}

/** Telephone numbers before anything else: there without network and without an answer. */
export function HelpCard({
  lineIds = usual,
  title = guides.crisis,
  hint = guides.crisisHint,
}: Props) {
  const county = useCounty();
  const known = readSaved('directory.listHotlines', { county })?.data.hotlines ?? [];
  const lines = lineIds.flatMap(
    (id) => [...known, ...nationalLines].find((line) => line.id === id) ?? [],
  );
  return (
    <Card tone="alarm">
      <View className="stack">
        <View className="row">
          <View className="t-heading t-alarm grow">{title}</View>
          <Listen id="listen-help" text={spokenText(title, hint, lines)} />
        </View>
        {lines.map((line) => (
          <PhoneLine key={line.id} line={{ ...line, hours: undefined }} />
        ))}
        <View className="t-strong">{hint}</View>
      </View>
    </Card>
  );
}

/** Figures are said one by one. */
function spokenText(title: string, hint: string, lines: { number: string; name: string }[]) {
  const numbers = lines.map(({ number, name }) => `${name}，${[...number].join(' ')}`);
  return [title, ...numbers, hint].join('。');
}
