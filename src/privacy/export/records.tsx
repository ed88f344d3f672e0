import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { purposes } from '@contract/enums';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import type { IconName } from '@/components/icon';
import { useQuery } from '@/cloud/use-query';
import { asked, purposeNames } from '@/wording/asked';
import { dotted } from '@/wording/common';
import { birthText } from '@/wording/family';
import { awayText } from '@/wording/away';
import { inbox, noticeText } from '@/wording/inbox';
import { director } from '@/wording/director';
import { placeNames, relationNames, roleNames, worryNames } from '@/wording/names';
import { privacy } from '@/wording/privacy';
import { entryText } from '@/wording/warm-pages';
import { screeningRecordText } from '@/wording/screening';
import { clockTime, fullDate, shortDate } from '@/wording/when';
import type { MyRecords } from './use-export';

/** The records as a page that can be read through. */
export function Records({ records }: { records: MyRecords }) {
  const { me, visits, waits, children, notices } = records;
  return (
    <>
      <Me me={me} />
      {children.map((child) => (
        <ChildRecords key={child.circle.child.id} {...child} />
      ))}
      {waits.length > 0 ? <View className="t-heading">{privacy.waits}</View> : null}
      {waits.map((wait) => (
        <Card key={wait.id}>
          <View className="t-strong">{privacy.waitSince(wait.nickname, fullDate(wait.since))}</View>
          <View className="t-small t-quiet">
            {wait.wish.kinds.map((kind) => placeNames[kind]).join('、')}
          </View>
          <View className="t-small t-quiet">
            {wait.worries.map((worry) => worryNames[worry]).join('、')}
          </View>
        </Card>
      ))}
      <View className="t-heading">{privacy.visits}</View>
      {visits.length === 0 ? <View className="t-quiet">{privacy.noVisits}</View> : null}
      {visits.map((visit) => (
        <Card key={visit.id}>
          <View className="t-strong">
            {fullDate(visit.start)} {clockTime(visit.start)}
          </View>
          <View>{dotted(visit.nickname, visit.counsellorName, visit.placeName)}</View>
          <View className="t-small t-quiet">
            {[
              placeNames[visit.kind],
              privacy.visitStates[visit.state],
              visit.worries.map((worry) => worryNames[worry]).join('、'),
              visit.voiceSeconds ? privacy.recording(visit.voiceSeconds) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </View>
        </Card>
      ))}
      {notices.length > 0 ? <View className="t-heading">{inbox.heading}</View> : null}
      {notices.map((notice) => (
        <Card key={notice.id}>
          <View>{noticeText(notice, me.now)}</View>
          <View className="t-small t-quiet">
            {fullDate(notice.at)} {clockTime(notice.at)}
          </View>
        </Card>
      ))}
    </>
  );
}

function Me({ me }: { me: MyRecords['me'] }) {
  const regions = useQuery('directory.listRegions', {});
  const { person, phone, since } = me;
  const township = regions.data?.townships.find(({ code }) => code === person.township)?.name;
  const roles = person.roles.map((role) => roleNames[role]).join('、');
  return (
    <>
      <View className="t-heading">{privacy.me}</View>
      <Card>
        <View className="stack">
          <Named icon="user" title={privacy.role}>
            {dotted(person.name, roles)}
          </Named>
          <Named icon="phone" title={privacy.phone}>
            {phone ?? privacy.none}
          </Named>
          <Named icon="map-pin" title={privacy.township}>
            {township ?? person.township ?? privacy.none}
          </Named>
          <Named icon="clock" title={privacy.since}>
            {fullDate(since)}
          </Named>
        </View>
      </Card>
    </>
  );
}

function Named({ icon, title, children }: { icon: IconName; title: string; children: ReactNode }) {
  return (
    <Fact icon={icon} title={title}>
      {children}
    </Fact>
  );
}

function ChildRecords(records: MyRecords['children'][number]) {
  const { circle, decisions, timeline, screenings, homeVisits } = records;
  const { child, members, away, atHome } = circle;
  return (
    <>
      <View className="t-heading">{child.nickname}</View>
      <Card>
        <View className="stack">
          <View>
            {[birthText(child.birthYear, child.birthMonth), child.schoolName]
              .filter(Boolean)
              .join(' · ')}
          </View>
          <Named icon="users" title={privacy.circle}>
            {members
              .map(({ relation, me }) => `${relationNames[relation]}${me ? privacy.meMark : ''}`)
              .join('、')}
          </Named>
          {atHome ? (
            <Named icon="phone" title={privacy.atHome}>
              {dotted(relationNames[atHome.caregiver], atHome.phone)}
            </Named>
          ) : null}
          <Named icon="house" title={privacy.away}>
            {away ? awayText(away) : privacy.awayNone}
          </Named>
          <Named icon="check" title={privacy.consents}>
            {purposes.map((purpose) => {
              const consent = child.consents.find((one) => one.purpose === purpose);
              return (
                <View key={purpose}>
                  {purposeNames[purpose]}：{asked.states[consent?.state ?? 'none']}
                </View>
              );
            })}
          </Named>
          {timeline.length > 0 ? (
            <Named icon="smile" title={privacy.timeline}>
              {timeline.map((entry) => (
                <View key={entry.id} className="t-small">
                  {fullDate(entry.at)} {relationNames[entry.by]}：{entryText(entry)}
                </View>
              ))}
            </Named>
          ) : null}
          {decisions.length > 0 ? (
            <Named icon="list" title={privacy.decisions}>
              {decisions.map((decision) => (
                <View key={`${decision.at}-${decision.purpose}`} className="t-small">
                  {fullDate(decision.at)} {relationNames[decision.by]}：
                  {purposeNames[decision.purpose]}，{privacy.choices[decision.decision]}
                </View>
              ))}
            </Named>
          ) : null}
          {homeVisits.length > 0 ? (
            <Named icon="house" title={privacy.homeVisits}>
              {homeVisits.map(({ day, met, state, words }, index) => (
                <View key={`${day}-${index}`} className="t-small">
                  {[
                    shortDate(day),
                    met ? (state ? director.states[state] : director.metYes) : director.metNo,
                    words,
                  ]
                    .filter(Boolean)
                    .join('，')}
                </View>
              ))}
            </Named>
          ) : null}
          {screenings.length > 0 ? (
            <Named icon="clipboard-list" title={privacy.screenings}>
              {screenings.map((one) => (
                <View key={`${one.at}-${one.respondent}`} className="t-small">
                  {fullDate(one.at)} {screeningRecordText(one)}
                </View>
              ))}
              <View className="t-small t-quiet">{privacy.screeningsHint}</View>
            </Named>
          ) : null}
        </View>
      </Card>
    </>
  );
}
