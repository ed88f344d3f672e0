import type { OutputOf } from '@contract';
import type { Child } from '@contract/family';
import { call } from '@/cloud/call';
import { useMore, type More } from '@/cloud/use-more';
import { useQuery, type Query } from '@/cloud/use-query';

/** The children in whose circle one is; a child director's list goes on page by page. */
export function useChildren(wanted = true): {
  query: Query<OutputOf<'family.listChildren'>>;
  more: More<Child, string>;
} {
  const query = useQuery('family.listChildren', wanted ? {} : undefined);
  const first = query.data && { rows: query.data.children, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('family.listChildren', { cursor });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.children, next: answer.data.next } };
  });
  return { query, more };
}
