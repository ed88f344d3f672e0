import * as v from 'valibot';
import { IdSchema } from '@contract/shapes';
import { usePageQuery } from '@/session/use-page-query';

const QuerySchema = v.object({ id: v.optional(IdSchema) });

/** Which entry the page is about; undefined: a new one. */
export const usePageId = (): string | undefined => usePageQuery(QuerySchema)?.id;
