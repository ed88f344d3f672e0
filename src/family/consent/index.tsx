import * as v from 'valibot';
import { PurposeSchema } from '@contract/enums';
import { usePageQuery } from '@/session/use-page-query';
import { consent } from '@/wording/consent';
import '../brings';
import { ChildPage } from '../parts/child-page';
import { Asking } from './asking';
import { Overview } from './overview';
import { ThenSchema } from './then';

const QuerySchema = v.object({
  /** The purposes to ask about, one after another; without them all are listed. */
  for: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split('.')),
      v.array(PurposeSchema),
      v.minLength(1),
    ),
  ),
  then: v.optional(ThenSchema),
});

/** What is agreed to for a child, purpose by purpose. */
export default function ConsentPage() {
  const asked = usePageQuery(QuerySchema);
  return (
    <ChildPage
      title={consent.title}
      which={consent.whichChild}
      none={{ title: consent.noChildren, hint: consent.noChildrenHint }}
    >
      {(childId) =>
        asked?.for ? (
          <Asking key={childId} childId={childId} purposes={asked.for} then={asked.then} />
        ) : (
          <Overview key={childId} childId={childId} />
        )
      }
    </ChildPage>
  );
}
