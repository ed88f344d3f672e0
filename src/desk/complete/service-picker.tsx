import { View } from '@tarojs/components';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Line } from '@/components/notice';
import { useCounty } from '@/session/session';
import { visitWords } from '@/wording/desk-visit';
import { accessNames, serviceKindNames } from '@/wording/names';

interface Props {
  chosen: string | undefined;
  onChoose: (serviceId: string) => void;
}

/** The services of the county, to send a family on to. */
export function ServicePicker({ chosen, onChoose }: Props) {
  const county = useCounty();
  const query = useQuery('directory.listServices', county ? { county } : undefined);
  const first = query.data && { rows: query.data.services, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('directory.listServices', { county: county ?? '', cursor });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.services, next: answer.data.next } };
  });
  return (
    <>
      <View>
        <View className="t-strong">{visitWords.servicePick}</View>
        <View className="t-small t-quiet">{visitWords.servicePickHint}</View>
      </View>
      <Loaded query={query}>
        {() =>
          more.rows.length === 0 ? (
            <Line icon="info" text={visitWords.serviceNone} />
          ) : (
            <View className="stack" ariaRole="radiogroup">
              {more.rows.map(({ id, name, kinds, ways, townshipName }) => {
                const about = [
                  townshipName,
                  kinds.map((kind) => serviceKindNames[kind]).join('、'),
                  ways.map((way) => accessNames[way]).join('、'),
                ].join(' · ');
                return (
                  <Card
                    key={id}
                    id={`service-${id}`}
                    isChoice
                    selected={id === chosen}
                    label={`${name}，${about}`}
                    onTap={() => onChoose(id)}
                  >
                    <View className="row">
                      <View className="grow">
                        <View className="t-strong">{name}</View>
                        <View className="t-small t-quiet">{about}</View>
                      </View>
                      {id === chosen ? <Icon name="check" /> : null}
                    </View>
                  </Card>
                );
              })}
              <MoreButton more={more} />
            </View>
          )
        }
      </Loaded>
    </>
  );
}
