import { View } from '@tarojs/components';
import type { OutputOf } from '@contract';
import { itemsPerForm } from '@contract/screening';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { screening as words } from '@/wording/screening';
import '../brings';
import { AboutSchema, NoChild, type About } from '../parts/child-of';
import { forgetDraft, nextQuestion, readDraft } from '../parts/draft';
import { Hindered } from './hindered';

/** Before anything is asked: what it is, what it is not, who sees what, and that one may stop. */
export default function StartPage() {
  const about = usePageQuery(AboutSchema);
  return about ? <Start about={about} /> : <NoChild />;
}

function Start({ about }: { about: About }) {
  const query = useQuery('guides.showScreening', about);
  const shown = query.data;
  if (query.error?.code === 'NOT_FOUND') return <NoChild />;
  if (shown && shown.offer.state !== 'open') {
    return <Hindered about={about} offer={shown.offer} />;
  }
  return (
    <Screen title={words.title} footer={shown && <Begin about={about} shown={shown} />}>
      <Loaded query={query}>{(data) => <Facts about={about} shown={data} />}</Loaded>
    </Screen>
  );
}

type Shown = OutputOf<'guides.showScreening'>;

function Begin({ about, shown }: { about: About; shown: Shown }) {
  if (shown.offer.state !== 'open') return null;
  const { childId, as } = about;
  const draft = readDraft(childId, as, shown.offer.form.version);
  const next = draft ? nextQuestion(draft) : 0;
  if (next === 0) {
    return <Button id="begin" label={words.begin} onTap={() => open('screeningAsk', about)} />;
  }
  return (
    <>
      <Button
        id="begin"
        label={words.goOn(Math.min(next, itemsPerForm) + 1)}
        onTap={() => open('screeningAsk', about)}
      />
      <Button
        id="afresh"
        look="quiet"
        label={words.afresh}
        onTap={() => {
          forgetDraft(childId, as);
          open('screeningAsk', about);
        }}
      />
    </>
  );
}

function Facts({ about: { as }, shown }: { about: About; shown: Shown }) {
  if (shown.offer.state !== 'open') return null;
  const { form } = shown.offer;
  const heading = words.heading(shown.nickname);
  const facts = [
    ['clipboard-list', words.facts.what, words.what(itemsPerForm + 1)],
    ['info', words.facts.not, words.not],
    ['eye', words.facts.who, `${words.who[as]}${words.whoDanger}`],
    ['clock', words.facts.howLong, words.howLong],
    ['baby', words.facts.child, words.child],
  ] as const;
  const spoken = [heading, ...facts.map(([, title, text]) => `${title}？${text}`)].join('。');
  return (
    <>
      {form.placeholder ? <Line icon="triangle-alert" text={words.placeholder} /> : null}
      <Heading title={heading} spoken={spoken} />
      <Card>
        <View className="stack">
          {facts.map(([icon, title, text]) => (
            <Fact key={icon} icon={icon} title={title}>
              {text}
            </Fact>
          ))}
        </View>
      </Card>
      <View className="t-small t-quiet">
        {words.about}：{form.notice} {form.source}
      </View>
    </>
  );
}
