import { useMemo } from 'react';
import type { Audience } from '@contract/guides';
import type { GuideSummary } from '@contract/reading';
import { BigAction } from '@/components/big-action';
import { Icon } from '@/components/icon';
import { useGuidePack } from '@/session/guide-pack';
import { measurePack } from '@/session/kept-guides';
import { useTownship } from '@/session/session';
import { guides } from '@/wording/guides';

/** Everything for the village where there is no network: how much of it is there, and loading it. */
export function PackCard({ audience, list }: { audience: Audience; list: GuideSummary[] }) {
  const { busy, stopped, turn, load } = useGuidePack();
  const township = useTownship();
  const { kept, bytes } = useMemo(
    () => ({ turn, ...measurePack(list) }),
    // Measured anew whenever one has come.
    [list, turn],
  );
  const whole = kept === list.length;
  const title = whole
    ? guides.packDone
    : busy === audience
      ? guides.packBusy
      : stopped
        ? guides.packStopped
        : guides.pack;
  const count = guides.packCount(kept, list.length, bytes);
  return (
    <BigAction
      id="pack"
      icon={whole ? 'circle-check' : 'download'}
      title={title}
      hint={kept === 0 && !busy ? guides.packHint : count}
      end={busy === audience ? <Icon name="hourglass" /> : undefined}
      onTap={() => void load(audience, township)}
    />
  );
}
