import * as v from 'valibot';
import { IdSchema } from '@contract/shapes';
import { usePageQuery } from '@/session/use-page-query';

const AddressSchema = v.object({
  id: IdSchema,
  version: v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number)),
});

/** Which version of which guide the page's address names. */
export function useVersion(): { guideId: string; version: number } | undefined {
  const address = usePageQuery(AddressSchema);
  return address && { guideId: address.id, version: address.version };
}

export const addressOf = ({ guideId, version }: { guideId: string; version: number }) => ({
  id: guideId,
  version: String(version),
});
