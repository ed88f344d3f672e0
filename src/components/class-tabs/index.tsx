import type { ClassChoice } from '@contract/weekly';
import { Segments } from '@/components/segments';
import { week } from '@/wording/week';

interface Props {
  classes: ClassChoice[];
  chosen: ClassChoice | undefined;
  onChoose: (one: ClassChoice) => void;
}

const keyOf = ({ schoolId, className = '' }: ClassChoice) => `${schoolId}-${className}`;

/** For a teacher of several classes: which one. */
export function ClassTabs({ classes, chosen, onChoose }: Props) {
  if (classes.length < 2 || !chosen) return null;
  return (
    <Segments
      id="class"
      label={week.membersTitle}
      value={keyOf(chosen)}
      choices={classes.map((one) => ({ value: keyOf(one), text: week.className(one.className) }))}
      onChange={(key) => {
        const found = classes.find((one) => keyOf(one) === key);
        if (found) onChoose(found);
      }}
    />
  );
}
