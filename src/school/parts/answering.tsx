import { useQuery } from '@/cloud/use-query';
import { Line } from '@/components/notice';
import { answeringText, standInText } from '@/wording/school-desk';

/**
 * Who reads what the family writes, and when: said before anybody waits. Draws nothing while it is
 * not known, since nothing of the thread depends on it.
 */
export function Answering({ childId }: { childId: string }) {
  const { data } = useQuery('school.showAnswering', { childId });
  if (!data) return null;
  return (
    <>
      {data.standIns.map((one) => (
        <Line
          key={`${one.forName}-${one.to}`}
          tone="quiet"
          icon="users"
          text={standInText(one, data.now)}
        />
      ))}
      <Line tone="quiet" icon="clock" text={answeringText(data)} />
    </>
  );
}
