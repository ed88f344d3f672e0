import { useQuery } from '@/cloud/use-query';

/** What the townships are called; asked for only when there is one to name. */
export function useTownshipNames(wanted: boolean): (code: string | undefined) => string {
  const regions = useQuery('directory.listRegions', wanted ? {} : undefined);
  return (code) => regions.data?.townships.find((township) => township.code === code)?.name ?? '';
}
