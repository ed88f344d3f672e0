import { View } from '@tarojs/components';
import { useState } from 'react';
import { limits } from '@contract/limits';
import { dayMs } from '@rules/dates';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { back, open } from '@/session/routes';
import { useSession } from '@/session/session';
import { useHome } from '@/session/use-home';
import { common } from '@/wording/common';
import { endingOf } from '@/wording/ending';
import { privacy } from '@/wording/privacy';
import { fullDate } from '@/wording/when';
import '../brings';

/** Deleting the account: what goes, what the law keeps, a second question, and a way back. */
export default function LeavePage() {
  const query = useHome();
  const { person, learn } = useSession();
  const now = useServerNow();
  const [asking, setAsking] = useState(false);
  const [state, setState] = useState<{ busy: boolean; failed?: string; kept?: boolean }>({
    busy: false,
  });

  async function change(action: 'account.deleteAccount' | 'account.keepAccount') {
    setState({ busy: true });
    const answer = await call(action, {});
    if (!answer.ok) {
      setState({ busy: false, failed: answer.error.message });
      return;
    }
    learn(answer.data);
    setAsking(false);
    setState({ busy: false, kept: action === 'account.keepAccount' });
    query.reload();
  }

  const ready = query.data?.person.signedIn === true;
  const ending = person.deleteAt ? endingOf(person.deleteAt, now) : undefined;
  const date = fullDate(now + limits.deletionDays * dayMs);
  const leave = () => void change('account.deleteAccount');
  const keep = () => void change('account.keepAccount');

  function footer() {
    if (!ready) return undefined;
    if (ending) {
      return ending.past ? undefined : (
        <Button id="keep" label={privacy.keep} busy={state.busy} onTap={keep} />
      );
    }
    if (!asking) {
      return (
        <Button
          id="leave"
          icon="trash-2"
          look="line"
          label={privacy.leave}
          onTap={() => setAsking(true)}
        />
      );
    }
    return (
      <>
        <Button id="sure-no" label={privacy.sureNo} onTap={() => setAsking(false)} />
        <Button
          id="sure-yes"
          look="line"
          icon="trash-2"
          label={privacy.sureYes}
          busy={state.busy}
          onTap={leave}
        />
      </>
    );
  }

  const failed = state.failed ? (
    <Line tone="alarm" icon="circle-alert" text={state.failed} />
  ) : null;

  return (
    <Screen
      title={privacy.leaveTitle}
      footer={footer()}
      {...(asking ? { onBack: () => setAsking(false) } : {})}
    >
      <Loaded query={query}>
        {() => {
          if (!person.signedIn) return <SignInFirst />;
          if (ending) {
            return (
              <>
                <Notice icon="clock" title={ending.title} hint={ending.hint} />
                {failed}
                <ExportWay />
              </>
            );
          }
          if (asking) {
            return (
              <>
                <Heading title={privacy.sure} hint={privacy.sureHint(date)} />
                {failed}
                <ExportWay />
              </>
            );
          }
          return (
            <>
              {state.kept ? <Line icon="check" text={privacy.kept} /> : null}
              <Heading
                title={privacy.leaveHeading}
                hint={privacy.leaveHint(limits.deletionDays)}
                spoken={[
                  privacy.leaveHeading,
                  privacy.leaveHint(limits.deletionDays),
                  privacy.goes,
                  ...privacy.goesText,
                  privacy.stays,
                  ...privacy.staysText,
                ].join('。')}
              />
              <Card>
                <View className="stack">
                  <View className="t-strong">{privacy.goes}</View>
                  {privacy.goesText.map((text) => (
                    <Fact key={text} icon="trash-2">
                      {text}
                    </Fact>
                  ))}
                  {(person.posts ?? []).length > 0 ? (
                    <Fact icon="briefcase">{privacy.goesWork}</Fact>
                  ) : null}
                </View>
              </Card>
              <Card>
                <View className="stack">
                  <View className="t-strong">{privacy.stays}</View>
                  {privacy.staysText.map((text) => (
                    <Fact key={text} icon="book-open">
                      {text}
                    </Fact>
                  ))}
                </View>
              </Card>
              {failed}
              <ExportWay />
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
}

function ExportWay() {
  return (
    <Choice
      id="go-export"
      icon="download"
      title={privacy.saveFirst}
      onTap={() => open('exportData')}
    />
  );
}

function SignInFirst() {
  return (
    <Notice
      icon="user"
      title={privacy.noAccount}
      hint={privacy.noAccountHint}
      action={{ id: 'go-back', label: common.back, onTap: back }}
    />
  );
}
