import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { useQuery } from '@/cloud/use-query';
import { roster } from '@/wording/roster';

/** A teacher writes down children of their own school only. */
export function OwnSchool({ post }: { post: { county: string; schoolId?: string | undefined } }) {
  const { county, schoolId } = post;
  const query = useQuery(
    'directory.listSchools',
    schoolId ? { county, ids: [schoolId] } : undefined,
  );
  const name = query.data?.schools[0]?.name;
  if (!name) return null;
  return (
    <Card>
      <Fact icon="school" title={roster.mySchool}>
        {name}
      </Fact>
    </Card>
  );
}
