import { View } from '@tarojs/components';
import { useState } from 'react';
import { bulletinAudiences, type BulletinAudience } from '@contract/push';
import { addDays, dayOf, hourMs, startOfDay } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { TownshipPicker } from '@/components/township-picker';
import { backTo } from '@/session/routes';
import { pushes as words } from '@/wording/pushes';
import '../brings';

const morningHour = 9;
/** For whom the guides are written that each of them is sent. */
const readers = {
  families: 'caregiver',
  caregivers: 'caregiver',
  parents: 'parent',
  teachers: 'teacher',
} as const;

/** Which guide, to whom, where and when: each in a tap. */
export default function SendPage() {
  const now = useServerNow();
  const { busy, failed, write } = useWrite();
  const [guideId, setGuide] = useState<string>();
  const [audience, setAudience] = useState<BulletinAudience>('families');
  const [where, setWhere] = useState<'county' | 'township'>('county');
  const [township, setTownship] = useState<string>();
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [sent, setSent] = useState(false);
  const question = { audience: readers[audience] };
  const query = useQuery('guides.listGuides', question);
  const first = query.data && { rows: query.data.guides, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('guides.listGuides', { ...question, cursor });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.guides, next: answer.data.next } };
  });
  const ready = guideId !== undefined && (where === 'county' || township !== undefined);

  async function send() {
    if (guideId === undefined) return;
    const morning = startOfDay(addDays(dayOf(now), 1)) + morningHour * hourMs;
    const answer = await write('notify.sendBulletin', {
      ...{ guideId, audience },
      ...(where === 'township' && { township }),
      ...(when === 'later' && { at: morning }),
    });
    if (answer.ok) setSent(true);
  }

  if (sent) {
    return (
      <Screen
        title={words.sendTitle}
        footer={<Button id="end" label={words.bulletinsTitle} onTap={() => backTo('bulletins')} />}
      >
        <Notice icon="check" title={words.sent} />
      </Screen>
    );
  }
  return (
    <Screen
      title={words.sendTitle}
      footer={
        <>
          {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          <Button
            id="send"
            icon="send"
            label={words.send}
            busy={busy}
            disabled={!ready}
            onTap={() => void send()}
          />
        </>
      }
    >
      <Heading title={words.sendHeading} />
      <View className="t-strong">{words.pickAudience}</View>
      <View className="stack" ariaRole="radiogroup" ariaLabel={words.pickAudience}>
        {bulletinAudiences.map((one) => (
          <Picked
            key={one}
            id={`audience-${one}`}
            text={words.audiences[one]}
            selected={one === audience}
            onTap={() => {
              setAudience(one);
              setGuide(undefined);
            }}
          />
        ))}
      </View>
      <View className="t-strong">{words.pickWhere}</View>
      <Segments
        id="where"
        label={words.pickWhere}
        choices={(['county', 'township'] as const).map((value) => ({
          value,
          text: words.where[value],
        }))}
        value={where}
        onChange={setWhere}
      />
      {where === 'township' ? (
        <TownshipPicker
          id="township"
          title={words.township}
          value={township}
          onChange={setTownship}
        />
      ) : null}
      <View className="t-strong">{words.when}</View>
      <Segments
        id="when"
        label={words.when}
        choices={(['now', 'later'] as const).map((value) => ({ value, text: words.whens[value] }))}
        value={when}
        onChange={setWhen}
      />
      <View className="t-strong">{words.pickGuide}</View>
      <Loaded query={query}>
        {() =>
          more.rows.length === 0 ? (
            <Notice icon="file-text" title={words.noGuides} hint={words.noGuidesHint} />
          ) : (
            <View className="stack" ariaRole="radiogroup" ariaLabel={words.pickGuide}>
              {more.rows.map(({ id, title }) => (
                <Picked
                  key={id}
                  id={`guide-${id}`}
                  text={`《${title}》`}
                  selected={id === guideId}
                  onTap={() => setGuide(id)}
                />
              ))}
              <MoreButton more={more} />
            </View>
          )
        }
      </Loaded>
    </Screen>
  );
}

function Picked({
  id,
  text,
  selected,
  onTap,
}: {
  id: string;
  text: string;
  selected: boolean;
  onTap: () => void;
}) {
  return (
    <Card id={id} isChoice selected={selected} label={text} onTap={onTap}>
      <View className="row">
        <View className="grow">{text}</View>
        {selected ? <Icon name="check" /> : null}
      </View>
    </Card>
  );
}
