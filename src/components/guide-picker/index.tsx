import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Audience } from '@contract/guides';
import type { GuideSummary } from '@contract/reading';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { useTownship } from '@/session/session';
import { guides } from '@/wording/guides';
import { GuideCard } from '../guide-card';
import { Loaded } from '../loaded';
import { MoreButton } from '../more';
import { Line } from '../notice';
import { Segments } from '../segments';

interface Props {
  /** For whom the guides may be; the first is shown first. */
  audiences: readonly Audience[];
  chosen: string | undefined;
  onChoose: (guide: GuideSummary) => void;
}

/** One of the published guides: for whom, then by picture and title. */
export function GuidePicker({ audiences, chosen, onChoose }: Props) {
  const [audience, setAudience] = useState(audiences[0] ?? 'caregiver');
  return (
    <>
      {audiences.length > 1 ? (
        <Segments
          id="guide-for"
          label={guides.pickFor}
          choices={audiences.map((value) => ({ value, text: guides.audiences[value] }))}
          value={audience}
          onChange={setAudience}
        />
      ) : null}
      <GuideList key={audience} audience={audience} chosen={chosen} onChoose={onChoose} />
    </>
  );
}

interface ListProps extends Omit<Props, 'audiences'> {
  audience: Audience;
}

function GuideList({ audience, chosen, onChoose }: ListProps) {
  const question = { audience, township: useTownship() };
  const query = useQuery('guides.listGuides', question);
  const first = query.data && { rows: query.data.guides, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('guides.listGuides', { ...question, cursor });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.guides, next: answer.data.next } };
  });
  // What is being renewed is not recommended to anybody.
  const shown = more.rows.filter(({ expired }) => !expired);
  return (
    <Loaded query={query}>
      {() =>
        shown.length === 0 ? (
          <Line icon="info" text={guides.pickNone} />
        ) : (
          <View className="stack" ariaRole="radiogroup">
            {shown.map((guide) => (
              <GuideCard
                key={guide.id}
                guide={guide}
                heard={false}
                selected={guide.id === chosen}
                onTap={() => onChoose(guide)}
              />
            ))}
            <MoreButton more={more} />
          </View>
        )
      }
    </Loaded>
  );
}
