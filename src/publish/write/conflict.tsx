import { useState } from 'react';
import type { DraftText } from '@contract/guides';
import { differencesOf, withPart } from '@rules/guide-difference';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { publishing } from '@/wording/publishing';
import { chosenNames } from '../parts/chosen-names';
import { Marked } from '../parts/marked';

interface Props {
  ours: DraftText;
  theirs: DraftText;
  busy: boolean;
  failed: string | undefined;
  onBack: () => void;
  onChoose: (text: DraftText) => void;
}

/** Somebody saved another text meanwhile: part by part one takes theirs or one's own. */
export function Conflict({ ours, theirs, busy, failed, onBack, onChoose }: Props) {
  const [taken, setTaken] = useState<string[]>([]);
  const differences = differencesOf(theirs, ours, chosenNames);

  function choose() {
    // From the end on: a block that goes must not move those that are still to be looked at.
    const parts = differences.map(({ part }) => part).filter((part) => taken.includes(part));
    onChoose(parts.reverse().reduce((text, part) => withPart(text, part, theirs), ours));
  }
  return (
    <Screen
      title={publishing.writeTitle}
      onBack={onBack}
      footer={
        <>
          {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          <Button id="merge" icon="save" label={publishing.merge} busy={busy} onTap={choose} />
        </>
      }
    >
      <Heading title={publishing.changedTitle} hint={publishing.changedHint} />
      <Line tone="quiet" icon="info" text={publishing.compareHint} />
      {differences.map((difference) => (
        <Marked key={difference.part} difference={difference}>
          <Segments
            id={`take-${difference.part}`}
            label={publishing.changedTitle}
            choices={[
              { value: 'ours', text: publishing.ours },
              { value: 'theirs', text: publishing.theirs },
            ]}
            value={taken.includes(difference.part) ? 'theirs' : 'ours'}
            onChange={(value) =>
              setTaken(
                value === 'theirs'
                  ? [...taken, difference.part]
                  : taken.filter((part) => part !== difference.part),
              )
            }
          />
        </Marked>
      ))}
    </Screen>
  );
}
