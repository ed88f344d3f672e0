import * as v from 'valibot';
import { useState } from 'react';
import { IdSchema } from '@contract/shapes';
import type { OutputOf } from '@contract';
import type { Query } from '@/cloud/use-query';
import { useHome } from '@/session/use-home';
import { usePageQuery } from '@/session/use-page-query';

type Children = OutputOf<'account.home'>['children'];

/** Whose week it is: named in the address, else the family's first; and the others to turn to. */
export function useChildId(): {
  childId: string | undefined;
  children: Children;
  query: Query<OutputOf<'account.home'>>;
  choose: (childId: string) => void;
} {
  const named = usePageQuery(v.object({ childId: IdSchema }))?.childId;
  const query = useHome();
  const [chosen, choose] = useState(named);
  const children = query.data?.children ?? [];
  return { childId: chosen ?? children[0]?.id, children, query, choose };
}
