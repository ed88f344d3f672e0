import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Audience } from '@contract/guides';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { GuidePicker } from '@/components/guide-picker';
import { publishing } from '@/wording/publishing';

interface Props {
  id: string;
  label: string;
  audiences: readonly Audience[];
  guideId: string;
  onChange: (guideId: string) => void;
}

/** Another guide that this one names: picked from those that are published, never typed. */
export function GuideField({ id, label, audiences, guideId, onChange }: Props) {
  const [picking, setPicking] = useState(false);
  // Picked in this sitting, or asked for: what was named before is there by its id alone.
  const [picked, setPicked] = useState<{ id: string; title: string }>();
  const isPicked = picked?.id === guideId;
  const named = useQuery('guides.getGuide', guideId === '' || isPicked ? undefined : { guideId });
  const title = isPicked ? picked.title : (named.data?.guide.title ?? '');
  return (
    <View className="stack">
      <View>
        <View className="t-strong">{label}</View>
        <View className="t-small t-quiet">{guideId === '' ? publishing.noGuide : title}</View>
      </View>
      {picking ? (
        <GuidePicker
          audiences={audiences}
          chosen={guideId}
          onChoose={(guide) => {
            setPicked(guide);
            onChange(guide.id);
            setPicking(false);
          }}
        />
      ) : (
        <View className="grid-2">
          <Button
            id={`pick-${id}`}
            look="soft"
            icon="headphones"
            label={publishing.pickGuide}
            onTap={() => setPicking(true)}
          />
          {guideId === '' ? null : (
            <Button
              id={`drop-${id}`}
              look="quiet"
              icon="x"
              label={publishing.dropGuide}
              onTap={() => onChange('')}
            />
          )}
        </View>
      )}
    </View>
  );
}
