import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PushState, Pushes } from '@contract/push';
import { missingOf } from '@rules/push-asking';
import { useWrite } from '@/cloud/use-write';
import type { Query } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { useAsking, usePushes } from '@/session/subscriptions';
import { usePerson } from '@/session/use-person';
import { pushes as words } from '@/wording/pushes';
import '../brings';

/** What one will be told and how often that still works, when not, and what of it is one's work. */
export default function HowPage() {
  const { person } = usePerson();
  const query = usePushes();
  if (!person.signedIn) {
    return (
      <Screen title={words.title}>
        <Notice
          icon="bell"
          title={words.nothing}
          hint={words.nothingHint}
          action={{ id: 'sign-in', label: words.nothing, onTap: () => open('who') }}
        />
      </Screen>
    );
  }
  return (
    <Screen title={words.title}>
      <Loaded query={query} skeleton={5}>
        {(data) => (
          <>
            <Work posts={person.posts ?? []} />
            <Heading title={words.heading} hint={words.hint} />
            {data.pushes.map((state) => (
              <PushCard key={state.template} state={state} query={query} />
            ))}
            <Rest quiet={data.quiet} onChanged={query.reload} />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function PushCard({ state, query }: { state: PushState; query: Query<Pushes> }) {
  const { template, templateId, credits, coming, answer } = state;
  const { name, hint } = words.templates[template];
  const { wanted, asked, ask } = useAsking(
    // Whoever comes here to allow it is asked, whatever they said before.
    { ...query, data: query.data && { ...query.data, pushes: [{ ...state, answer: undefined }] } },
    [template],
  );
  const missing = missingOf(state);
  const standing =
    templateId === undefined
      ? words.notSetUp
      : answer === 'ban'
        ? words.banned
        : coming > 0
          ? words.coming(coming, missing)
          : template === 'reminder' && credits === 0
            ? words.noVisit
            : words.credits(credits);
  return (
    <Card>
      <View className="stack">
        <View className="row">
          <Icon name={credits > 0 && missing === 0 ? 'check' : 'bell'} />
          <View className="grow">
            <View className="t-strong">{name}</View>
            <View className="t-small t-quiet">{hint}</View>
            <View className="t-small">{standing}</View>
          </View>
        </View>
        {asked === 'refused' || asked === 'unanswered' ? (
          <Line icon="inbox" tone="quiet" text={words.after[asked]} />
        ) : null}
        {wanted.length > 0 && answer !== 'ban' ? (
          <Button id={`ask-${template}`} look="soft" label={words.askFor(name)} onTap={ask} />
        ) : null}
      </View>
    </Card>
  );
}

/** When one is left alone: a choice for each way of working, in one tap. */
function Rest({ quiet, onChanged }: { quiet: Pushes['quiet']; onChanged: () => void }) {
  const { busy, failed, write } = useWrite();
  const [chosen, setChosen] = useState(quiet);
  const same = (one: Pushes['quiet']) => one.from === chosen.from && one.to === chosen.to;
  const known = words.rests.some(same);
  async function choose(one: Pushes['quiet']) {
    if (busy || same(one)) return;
    const before = chosen;
    setChosen(one);
    const answer = await write('notify.setQuietHours', one);
    if (!answer.ok) setChosen(before);
    else onChanged();
  }
  return (
    <>
      <Heading title={words.restHeading} hint={words.restHint} />
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
      {known ? null : <Line icon="moon" text={words.otherRest(chosen.from, chosen.to)} />}
      <View className="stack" ariaRole="radiogroup" ariaLabel={words.restHeading}>
        {words.rests.map(({ from, to, name, hint }) => (
          <Card
            key={name}
            id={`rest-${from}-${to}`}
            isChoice
            selected={same({ from, to })}
            label={`${name}，${hint}`}
            onTap={() => void choose({ from, to })}
          >
            <View className="row">
              <Icon name={same({ from, to }) ? 'check' : 'moon'} />
              <View className="grow">
                <View className="t-strong">{name}</View>
                <View className="t-small t-quiet">{hint}</View>
              </View>
            </View>
          </Card>
        ))}
      </View>
    </>
  );
}

type Posts = NonNullable<ReturnType<typeof usePerson>['person']['posts']>;

/** What staff do about those who cannot be told, and what they send themselves. */
function Work({ posts }: { posts: Posts }) {
  const counsels = posts.some(({ role }) => role === 'counsellor');
  const administers = posts.some(({ role, schoolId }) => role === 'admin' && !schoolId);
  if (!counsels && !administers) return null;
  return (
    <>
      <View className="t-heading">{words.staffHeading}</View>
      <Choice
        id="go-calls"
        icon="phone-call"
        title={words.callsTitle}
        onTap={() => open('callList')}
      />
      <Choice
        id="go-bulletins"
        icon="send"
        title={words.bulletinsTitle}
        onTap={() => open('bulletins')}
      />
      {administers ? (
        <Choice
          id="go-letters"
          icon="circle-alert"
          title={words.lettersTitle}
          onTap={() => open('deadLetters')}
        />
      ) : null}
    </>
  );
}
