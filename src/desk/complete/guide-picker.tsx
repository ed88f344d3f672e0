import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Audience } from '@contract/guides';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { GuideCard } from '@/components/guide-card';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Line } from '@/components/notice';
import { Segments } from '@/components/segments';
import { useTownship } from '@/session/session';
import { visitWords } from '@/wording/desk-visit';
import { guides } from '@/wording/guides';

/** Those at home who read it: what is for teachers is not sent to a family. */
const atHome: Audience[] = ['caregiver', 'parent'];

interface Props {
  chosen: string | undefined;
  onChoose: (guideId: string) => void;
}

/** What the family may hear at home: for whom, then by picture and title. */
export function GuidePicker({ chosen, onChoose }: Props) {
  const [audience, setAudience] = useState<Audience>('caregiver');
  return (
    <>
      <View>
        <View className="t-strong">{visitWords.guidePick}</View>
        <View className="t-small t-quiet">{visitWords.guidePickHint}</View>
      </View>
      <Segments
        id="guide-for"
        label={visitWords.guideFor}
        choices={atHome.map((value) => ({ value, text: guides.audiences[value] }))}
        value={audience}
        onChange={setAudience}
      />
      <GuideList key={audience} audience={audience} chosen={chosen} onChoose={onChoose} />
    </>
  );
}

function GuideList({ audience, chosen, onChoose }: Props & { audience: Audience }) {
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
          <Line icon="info" text={visitWords.guideNone} />
        ) : (
          <View className="stack" ariaRole="radiogroup">
            {shown.map((guide) => (
              <GuideCard
                key={guide.id}
                guide={guide}
                heard={false}
                selected={guide.id === chosen}
                onTap={() => onChoose(guide.id)}
              />
            ))}
            <MoreButton more={more} />
          </View>
        )
      }
    </Loaded>
  );
}
