import { View } from '@tarojs/components';
import type { OutputOf } from '@contract';
import { useServerNow } from '@/cloud/clock';
import { BigAction } from '@/components/big-action';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Icon } from '@/components/icon';
import { Tile } from '@/components/tile';
import { WaitingLine } from '@/components/waiting';
import { isBegun, useBookingDraft } from '@/session/booking-draft';
import { openBooking } from '@/session/consents';
import { open, openTab } from '@/session/routes';
import { booking } from '@/wording/booking';
import { changes } from '@/wording/changes';
import { common } from '@/wording/common';
import { home } from '@/wording/home';
import { kinName } from '@/wording/names';
import { threads } from '@/wording/threads';
import { ForMe, Upcoming } from './visits';
import { Offers, Queued } from './waits';
import { HowIs, Waiting } from './warmth';

/** How many children get a button of their own before they get a page. */
const buttonsAtMost = 3;

/** A caregiver's or a parent's first screen: what is coming, and the few things one comes for. */
export function FamilyHome({ data }: { data: OutputOf<'account.home'> }) {
  const { children, upcoming, waits } = data;
  // Not the answer's own time: it may be yesterday's, from the device.
  const now = useServerNow();
  const [first] = children;
  const warm = children.flatMap((child) => {
    const warmth = data.warmth?.find(({ childId }) => childId === child.id);
    return warmth ? [{ child, warmth }] : [];
  });
  const parent = data.person.role === 'parent';
  const howAre = warm.map((one) => (
    <HowIs key={one.child.id} {...one} role={data.person.role} now={now} only={warm.length === 1} />
  ));
  return (
    <>
      <Heading title={home.greeting(first && `${first.nickname}${kinName(first.relation)}`, now)} />
      <Offers waits={waits} now={now} withName={children.length > 1} />
      {children.map((child) => (
        <ForMe key={child.id} child={child} upcoming={upcoming} now={now} />
      ))}
      {warm.map((one) => (
        <Waiting key={one.child.id} {...one} role={data.person.role} now={now} />
      ))}
      <Upcoming childrenThere={children} upcoming={upcoming} now={now} />
      <Queued waits={waits} now={now} />
      <Resume childIds={children.map((child) => child.id)} />
      {parent ? howAre : null}
      <BookCard childrenThere={children} main={!parent || warm.length === 0} />
      <ToTeacher childrenThere={children} />
      {parent ? null : howAre}
      {children.map((child) => (
        <WaitingLine
          key={child.id}
          child={child}
          name={children.length > 1 ? child.nickname : undefined}
        />
      ))}
      <LessOften childrenThere={children} />
    </>
  );
}

/** What is looked up now and then. */
function LessOften({ childrenThere }: { childrenThere: OutputOf<'account.home'>['children'] }) {
  const [first] = childrenThere;
  const only = childrenThere.length === 1 ? first : undefined;
  const ways = [
    ['appointments', 'calendar-check', home.appointments],
    ['directory', 'map-pin', home.directory],
    ...(first
      ? ([
          ['week', 'smile', home.week(only?.nickname ?? common.child)],
          ['announcements', 'file-text', home.announcements],
        ] as const)
      : []),
  ] as const;
  return (
    <View className="grid-2">
      {ways.map(([way, icon, label]) => (
        <Tile
          key={way}
          id={`go-${way}`}
          kind="button"
          icon={icon}
          label={label}
          onTap={() => open(way === 'week' ? 'childWeek' : way)}
        />
      ))}
    </View>
  );
}

/** Several children: each has a button, so that choosing one costs no tap of its own. */
function BookCard({
  childrenThere,
  main,
}: {
  childrenThere: OutputOf<'account.home'>['children'];
  main: boolean;
}) {
  const begin = useBookingDraft((draft) => draft.begin);
  const go = (childId: string | undefined) => {
    begin(childId);
    if (childId) openBooking(childId);
    else open('bookingChild');
  };
  const several = childrenThere.length > 1 && childrenThere.length <= buttonsAtMost;
  if (!several) {
    const only = childrenThere.length === 1 ? childrenThere[0]?.id : undefined;
    return (
      <BigAction
        id="go-book"
        icon="hand-heart"
        tone={main ? 'main' : 'act'}
        title={home.book}
        hint={home.bookHint}
        onTap={() => go(only)}
      />
    );
  }
  return (
    <Card>
      <View className="stack">
        <View className="row">
          <Icon name="hand-heart" size="large" />
          <View className="t-heading">{home.book}</View>
        </View>
        {childrenThere.map((child) => (
          <Button
            key={child.id}
            id={`book-${child.id}`}
            look="soft"
            label={home.bookFor(child.nickname)}
            onTap={() => go(child.id)}
          />
        ))}
        <Button
          id="book-together"
          look="quiet"
          icon="users"
          label={changes.together}
          onTap={() => open('bookingChild', { together: 'yes' })}
        />
      </View>
    </Card>
  );
}

/** To the teacher in one tap; with several children, to whom first. */
function ToTeacher({ childrenThere }: { childrenThere: OutputOf<'account.home'>['children'] }) {
  const atSchool = childrenThere.filter(({ schoolId }) => schoolId !== undefined);
  const [only] = atSchool;
  if (!only) return null;
  return (
    <BigAction
      id="to-teacher"
      icon="message-circle"
      tone="people"
      title={threads.toTeacher}
      hint={threads.toTeacherHint}
      onTap={() => (atSchool.length > 1 ? openTab('messages') : open('thread', { id: only.id }))}
    />
  );
}

/** A booking that was interrupted goes on where it was. */
function Resume({ childIds }: { childIds: string[] }) {
  const draft = useBookingDraft((store) => store.draft);
  if (!isBegun(draft) || !childIds.includes(draft.childId ?? '')) return null;
  return (
    <BigAction
      id="resume"
      icon="pencil"
      tone="coming"
      title={draft.moving ? changes.resume : booking.resume}
      hint={draft.moving ? changes.resumeHint : booking.resumeHint}
      onTap={() => open(draft.kind ? 'bookingTimes' : 'bookingWorry')}
    />
  );
}
