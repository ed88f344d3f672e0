import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import { leadOf, watchers, warningSigns, type SignId, type Watcher } from '@rules/warning-signs';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { Tile } from '@/components/tile';
import { usePageQuery } from '@/session/use-page-query';
import { signs } from '@/wording/signs';
import '../brings';
import { signIcons } from './icons';
import { Results } from './results';

const QuerySchema = v.object({ who: v.optional(v.picklist(watchers)) });

/** What somebody noticed, by picture and word, and where it leads. Nothing of it is kept. */
export default function SignsPage() {
  const given = usePageQuery(QuerySchema)?.who;
  const [who, setWho] = useState<Watcher>(given ?? 'caregiver');
  const [chosen, setChosen] = useState<readonly SignId[]>([]);
  const [asked, setAsked] = useState(false);
  const lead = leadOf(who, chosen);

  function toggle(id: SignId) {
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  }

  function begin(next: Watcher) {
    setWho(next);
    setChosen([]);
    setAsked(false);
  }

  if (asked && lead.urgency) {
    return (
      <Screen title={signs.title} onBack={() => setAsked(false)}>
        <Results who={who} urgency={lead.urgency} guideIds={lead.guideIds} />
        <Button id="again" look="line" label={signs.again} onTap={() => begin(who)} />
      </Screen>
    );
  }
  const spoken = [
    signs.heading,
    signs.hint,
    ...warningSigns[who].map(({ id }) => signs.names[id]),
  ].join('。');
  return (
    <Screen
      title={signs.title}
      footer={
        <Button
          id="next"
          look={lead.urgency === 'danger' ? 'alarm' : 'main'}
          icon={lead.urgency === 'danger' ? 'phone' : 'chevron-right'}
          label={nextLabel(lead.urgency)}
          disabled={!lead.urgency}
          onTap={() => setAsked(true)}
        />
      }
    >
      <Heading title={signs.heading} hint={signs.hint} spoken={spoken} />
      <Segments
        id="who"
        label={signs.heading}
        choices={watchers.map((value) => ({ value, text: signs.who[value] }))}
        value={who}
        onChange={begin}
      />
      <View className="grid-2">
        {warningSigns[who].map(({ id }) => (
          <Tile
            key={id}
            id={`sign-${id}`}
            icon={signIcons[id]}
            label={signs.names[id]}
            selected={chosen.includes(id)}
            onTap={() => toggle(id)}
          />
        ))}
      </View>
    </Screen>
  );
}

function nextLabel(urgency: string | undefined): string {
  if (!urgency) return signs.nextFirst;
  return urgency === 'danger' ? signs.nextDanger : signs.next;
}
