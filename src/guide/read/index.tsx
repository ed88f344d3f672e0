import { useShareAppMessage } from '@tarojs/taro';
import { useEffect } from 'react';
import * as v from 'valibot';
import type { Guide } from '@contract/guides';
import { IdSchema } from '@contract/shapes';
import { hasExpired } from '@rules/guide-review';
import { serverNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Loaded } from '@/components/loaded';
import { Screen } from '@/components/screen';
import { forgetGuide, wasAboutCrisis } from '@/session/kept-guides';
import { usePageQuery } from '@/session/use-page-query';
import { guides } from '@/wording/guides';
import { HelpCard } from '@/components/help-card';
import '../brings';
import { sharePath } from './family-message';
import { Gone, Renewing } from './gone';
import { MainStep } from './main-step';
import { Reading } from './reading';

const QuerySchema = v.object({ id: IdSchema });

/** One guide: heard block after block, answered, and acted on. */
export default function ReadPage() {
  const id = usePageQuery(QuerySchema)?.id;
  const query = useQuery('guides.getGuide', id === undefined ? null : { guideId: id });
  const guide = query.data?.guide;
  const withdrawn = query.error?.code === 'NOT_FOUND';
  useEffect(() => {
    // A withdrawn guide goes from the device at the first contact.
    if (withdrawn && id !== undefined) forgetGuide(id);
  }, [withdrawn, id]);
  // To the other part of the family goes their half. The title says nothing of anybody's child.
  useShareAppMessage(() => ({
    title: guides.shareTitle,
    path: sharePath(guide?.otherHalf ?? id ?? ''),
  }));

  const standing = id === undefined || withdrawn ? 'gone' : standingOf(guide);
  return (
    <Screen
      title={guides.title}
      footer={guide && standing === 'valid' ? <MainStep guide={guide} /> : undefined}
    >
      {standing === 'gone' ? (
        <Gone crisis={guide?.crisisRelated ?? (id !== undefined && wasAboutCrisis(id))} />
      ) : (
        <Loaded query={query} skeleton={4}>
          {({ guide: shown, recordings }) => (
            <>
              {shown.crisisRelated ? <HelpCard lineIds={linesOf(shown)} /> : null}
              {standing === 'renewing' ? (
                <Renewing guide={shown} />
              ) : (
                <Reading
                  key={`${shown.id}-${shown.version}`}
                  guide={shown}
                  recordings={recordings}
                />
              )}
            </>
          )}
        </Loaded>
      )}
    </Screen>
  );
}

/** Signatures run out on the device too, where there may be no network for months. */
function standingOf(guide: Guide | undefined): 'valid' | 'renewing' | 'gone' {
  if (!guide || !(guide.status === 'expired' || hasExpired(guide, serverNow()))) return 'valid';
  return guide.crisisRelated ? 'renewing' : 'gone';
}

const linesOf = ({ nextSteps }: Guide) =>
  nextSteps.flatMap((step) => (step.kind === 'call' ? step.lines : []));
