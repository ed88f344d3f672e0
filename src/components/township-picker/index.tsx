import { Picker, View } from '@tarojs/components';
import * as v from 'valibot';
import { useQuery } from '@/cloud/use-query';
import { help } from '@/wording/help';
import { Card } from '../card';
import { Choice } from '../choice';
import { Icon } from '../icon';

interface Props {
  id: string;
  title: string;
  hint?: string;
  /** Code of the chosen township. */
  value: string | undefined;
  onChange: (code: string | undefined) => void;
}

const ChosenSchema = v.object({
  value: v.pipe(v.union([v.string(), v.number()]), v.transform(Number)),
});

/** WeChat's own wheel over the townships that there are: no form, no permission for the place. */
export function TownshipPicker({ id, title, hint, value, onChange }: Props) {
  const query = useQuery('directory.listRegions', {});
  const townships = query.data?.townships ?? [];
  if (query.error && townships.length === 0) {
    // The page has more to show than this: a line that tries again, not a page of its own.
    return (
      <Choice
        id={`${id}-retry`}
        icon="refresh-cw"
        title={help.townshipsFailed}
        onTap={query.reload}
      />
    );
  }
  const codes = townships.map((township) => township.code);
  const names = townships.map((township) => township.name);
  const index = Math.max(0, codes.indexOf(value ?? ''));
  const chosen = value === undefined ? undefined : names[index];
  return (
    <Picker
      id={id}
      ariaRole="button"
      ariaLabel={`${title}，${chosen ?? help.pickTownship}`}
      mode="selector"
      range={names}
      value={index}
      onChange={(event) => {
        const picked = v.safeParse(ChosenSchema, event.detail);
        if (picked.success) onChange(codes[picked.output.value]);
      }}
    >
      <Card>
        <View className="row">
          <Icon name="map-pin" />
          <View className="grow">
            <View className="t-small t-quiet">{title}</View>
            <View className="t-strong">{chosen ?? help.pickTownship}</View>
            {hint && !chosen ? <View className="t-small t-quiet">{hint}</View> : null}
          </View>
          <Icon name="chevron-down" />
        </View>
      </Card>
    </Picker>
  );
}
