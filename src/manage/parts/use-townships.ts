import { countyOf } from '@rules/reach';
import { useQuery } from '@/cloud/use-query';
import { useCounty } from '@/session/session';

/** The townships of the administrator's county, and what each is called. */
export function useTownships() {
  const county = useCounty();
  const { data } = useQuery('directory.listRegions', {});
  const townships = (data?.townships ?? []).filter(
    ({ code }) => county === undefined || countyOf(code) === county,
  );
  const nameOf = (code: string) => data?.townships.find((one) => one.code === code)?.name ?? '';
  return { townships, nameOf };
}
