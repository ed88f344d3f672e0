import { View } from '@tarojs/components';
import { nationalLines } from '@contract/national-lines';
import { useQuery } from '@/cloud/use-query';
import { Listen } from '@/components/listen';
import { PhoneLine } from '@/components/phone-line';
import { useCounty } from '@/session/session';
import { privacy } from '@/wording/privacy';

/** The country's line for complaints, which travels with the app, and the county's own lines. */
const government = 'national-12345';

export function Complaints() {
  const county = useCounty();
  const query = useQuery('directory.listHotlines', { county });
  const known = query.data?.hotlines ?? [];
  const isNational = ({ number }: { number: string }) =>
    nationalLines.some((line) => line.number === number);
  const national = nationalLines.filter(({ id }) => id === government);
  const own = known.filter((line) => !line.urgent && !isNational(line)).slice(0, 1);
  return (
    <>
      <View className="row">
        <View className="t-heading grow" ariaRole="heading">
          {privacy.complain}
        </View>
        <Listen id="listen-complain" text={`${privacy.complain}。${privacy.complainHint}`} />
      </View>
      <View>{privacy.complainHint}</View>
      {[...national, ...own].map((line) => (
        <PhoneLine key={line.id} line={line} />
      ))}
    </>
  );
}
