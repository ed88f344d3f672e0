import * as v from 'valibot';
import { AlertIdSchema } from '@contract/safety';
import { useQuery } from '@/cloud/use-query';
import { usePageQuery } from '@/session/use-page-query';

const QuerySchema = v.object({ id: AlertIdSchema });
/** While somebody looks: a colleague may take it, and the clock goes on. */
const lookAgainMs = 15_000;

/** The alert that the page's address names. */
export function useAlert() {
  const id = usePageQuery(QuerySchema)?.id;
  const query = useQuery('safety.showAlert', id ? { alertId: id } : undefined, {
    everyMs: lookAgainMs,
  });
  return { id: id ?? '', query };
}
