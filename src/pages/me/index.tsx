import { View } from '@tarojs/components';
import { Fragment, useState } from 'react';
import type { InputOf } from '@contract';
import type { Person } from '@contract/account';
import { familyRoles, type Role } from '@contract/enums';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { BigAction } from '@/components/big-action';
import { Choice } from '@/components/choice';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { TownshipPicker } from '@/components/township-picker';
import { WaitingForMe, WaitingLine } from '@/components/waiting';
import { open } from '@/session/routes';
import { useSession } from '@/session/session';
import { useHome } from '@/session/use-home';
import { common } from '@/wording/common';
import { endingOf } from '@/wording/ending';
import { birthText } from '@/wording/family';
import { me } from '@/wording/me';
import { relationNames, roleNames } from '@/wording/names';
import { Posts } from './posts';
import { SizeSwitch } from './size-switch';

/** My children, my visits, how I like to read, and who I am here. */
export default function MePage() {
  const query = useHome();
  const { person, learn } = useSession();
  const [failed, setFailed] = useState('');
  const now = useServerNow();

  async function change(settings: InputOf<'account.updateSettings'>) {
    const answer = await call('account.updateSettings', settings);
    if (answer.ok) learn(answer.data);
    setFailed(answer.ok ? '' : answer.error.message);
    if (answer.ok) query.reload();
  }

  const ending = person.deleteAt ? endingOf(person.deleteAt, now) : undefined;
  const family = person.role === 'caregiver' || person.role === 'parent';
  return (
    <Screen title={common.tabs.me} tab="me">
      <SizeSwitch />
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
      <Loaded query={query}>
        {({ children }) =>
          !person.signedIn ? (
            <BigAction
              id="sign-in"
              icon="user"
              title={me.signIn}
              hint={me.signInHint}
              onTap={() => open('who')}
            />
          ) : (
            <>
              {ending ? (
                <BigAction
                  id="leaving"
                  icon="clock"
                  tone="coming"
                  title={ending.short}
                  hint={ending.shortHint}
                  onTap={() => open('leave')}
                />
              ) : null}
              {family ? (
                <>
                  <View className="t-heading">{me.children}</View>
                  {children.map((child) => (
                    <Fragment key={child.id}>
                      <Choice
                        id={`child-${child.id}`}
                        icon="users"
                        title={child.nickname}
                        hint={[
                          birthText(child.birthYear, child.birthMonth),
                          child.schoolName,
                          child.standing === 'proxy' ? me.proxy : relationNames[child.relation],
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                        onTap={() => open('circle', { childId: child.id })}
                      />
                      <WaitingForMe child={child} />
                      <WaitingLine child={child} />
                    </Fragment>
                  ))}
                  <Choice
                    id="add-child"
                    icon="plus"
                    title={me.addChild}
                    onTap={() => open('addChild')}
                  />
                  <Choice
                    id="appointments"
                    icon="calendar-check"
                    title={me.appointments}
                    onTap={() => open('appointments')}
                  />
                  <Choice
                    id="mood"
                    icon="hand-heart"
                    title={me.mood}
                    onTap={() => open('ownMood')}
                  />
                  <Choice
                    id="my-phone"
                    icon="phone"
                    title={me.phone}
                    value={person.phoneEnding ? me.phoneEnding(person.phoneEnding) : me.phoneNone}
                    onTap={() => open('myPhone')}
                  />
                </>
              ) : null}
              <Choice id="pushes" icon="bell" title={me.pushes} onTap={() => open('pushes')} />
              <Posts posts={person.posts ?? []} />
              <TownshipPicker
                id="my-township"
                title={me.township}
                value={person.township}
                onChange={(township) => void change({ township })}
              />
              {otherRoles(person).map((role) => (
                <Choice
                  key={role}
                  id={`role-${role}`}
                  icon="refresh-cw"
                  title={me.switchRole}
                  value={roleNames[role]}
                  onTap={() => void change({ role })}
                />
              ))}
              {person.role ? (
                <View className="t-small t-quiet">
                  {me.role}：{[person.name, roleNames[person.role]].filter(Boolean).join('，')}
                </View>
              ) : null}
            </>
          )
        }
      </Loaded>
      <Choice id="privacy" icon="shield-check" title={me.privacy} onTap={() => open('policy')} />
    </Screen>
  );
}

/** The roles one may change to: those one holds, and for families the other of their two. */
function otherRoles(person: Person): Role[] {
  const isFamily = familyRoles.some((role) => role === person.role);
  const offered = isFamily ? [...familyRoles, ...person.roles] : person.roles;
  return [...new Set(offered)].filter((role) => role !== person.role);
}
