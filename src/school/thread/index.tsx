import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import type { OutputOf } from '@contract';
import type { ThreadMember } from '@contract/school';
import { nationalLines } from '@contract/national-lines';
import { IdSchema } from '@contract/shapes';
import { useServerNow } from '@/cloud/clock';
import { AskPush } from '@/components/ask-push';
import { Button } from '@/components/button';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { dial } from '@/session/device';
import { open } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { useQueue, type MessageEntry } from '@/session/queue';
import { memberName, refusedText, sentences, thread } from '@/wording/thread';
import { savedText } from '@/wording/when';
import '../brings';
import { Answering } from '../parts/answering';
import { Bubble, WaitingBubble } from '../parts/bubble';
import { Composer } from '../parts/composer';
import '../parts/thread.scss';
import { pickAgain, RecordAgain } from '../parts/record-again';
import { useThread } from '../parts/use-thread';

/** Whoever has said something waits for an answer. */
const anAnswer = ['reply', 'announced'] as const;
const QuerySchema = v.object({ id: IdSchema });
type Page = OutputOf<'school.getThread'>;
/** Whom of the family staff have chosen to answer; no member: all. */
interface Answered {
  member: string | undefined;
}

/** One thread, for the family and for staff alike. */
export default function ThreadPage() {
  const threadId = usePageQuery(QuerySchema)?.id;
  const { query, more, messages, waiting } = useThread(threadId);
  const [answered, setAnswered] = useState<Answered>();
  const [lostId, setLostId] = useState<string>();
  const lost = waiting.find(({ requestId }) => requestId === lostId);
  const now = useServerNow();
  const { data } = query;
  const members = data?.members ?? [];
  const newest = messages.at(-1)?.seq;
  // Until somebody at that desk says something again, if ever.
  const lastOfStaff = [...messages].reverse().find(({ from }) => from.side === 'staff');
  const closed = data?.side === 'family' && lastOfStaff?.note?.says === 'closed';
  // Whoever asked alone is answered alone unless staff decide otherwise: a quick reply to all would
  // tell the others that something was asked.
  const asked = data?.side === 'staff' ? messages.at(-1)?.with : undefined;
  const alone = answered === undefined ? asked : answered.member;
  useEffect(() => {
    void Taro.pageScrollTo({ scrollTop: 100_000, duration: 0 }).catch(() => undefined);
  }, [newest, waiting.length]);
  return (
    <Screen
      title={data ? titleOf(data) : thread.teacher}
      footer={
        closed ? (
          <Button id="book" label={thread.bookNew} onTap={() => open('bookingChild')} />
        ) : data && lost ? (
          <RecordAgain
            key={lost.requestId}
            entry={lost}
            side={data.side}
            onDone={() => setLostId(undefined)}
          />
        ) : data && threadId ? (
          <Composer
            key={threadId}
            threadId={threadId}
            nickname={data.nickname}
            side={data.side}
            alone={alone === undefined ? undefined : { id: alone, name: nameOf(alone, members) }}
            onEveryone={() => setAnswered({ member: undefined })}
            onSaid={() => setAnswered(undefined)}
          />
        ) : undefined
      }
    >
      <Loaded query={query}>
        {(page) => (
          <>
            {page.agreed ? null : <Agree page={page} />}
            <MoreButton more={more} />
            {messages.length + waiting.length === 0 ? (
              <Notice
                icon="message-circle"
                title={thread.empty}
                hint={page.side === 'staff' ? thread.emptyStaff : thread.emptyFamily}
              />
            ) : (
              <Button
                id="search"
                look="quiet"
                icon="search"
                label={thread.search}
                onTap={() => open('threadSearch', { id: threadId ?? '' })}
              />
            )}
            {messages.map((message, number) => (
              <View key={message.seq} className="stack">
                {startsTime(messages[number - 1]?.at, message.at) ? (
                  <View className="t-small thread__day">{savedText(message.at, now)}</View>
                ) : null}
                <Bubble
                  threadId={threadId ?? ''}
                  message={message}
                  members={members}
                  onChanged={query.reload}
                  onAnswer={page.side === 'staff' ? (member) => setAnswered({ member }) : undefined}
                />
              </View>
            ))}
            <Unsent waiting={waiting} side={page.side} onRecord={setLostId} />
            {closed ? <WhomToCall /> : null}
            {page.side === 'family' && page.kind === 'school' ? (
              <Answering childId={page.childId} />
            ) : null}
            {!closed && messages.some(({ mine }) => mine) ? <AskPush templates={anAnswer} /> : null}
          </>
        )}
      </Loaded>
    </Screen>
  );
}

/** Nobody reads here any more: first aid, police and somebody to talk to, also without network. */
function WhomToCall() {
  return (
    <>
      <View className="t-strong">{thread.closed}</View>
      {nationalLines.slice(0, 3).map(({ id, number, name }) => (
        <Button
          key={id}
          id={`call-${id}`}
          look="line"
          label={`${number} ${name}`}
          onTap={() => void dial(number)}
        />
      ))}
    </>
  );
}

/** Above a message that came some time after the one before. */
const apartMs = 10 * 60_000;
const startsTime = (before: number | undefined, at: number) =>
  before === undefined || at - before > apartMs;

function titleOf({ messages, nickname, kind, side }: Page): string {
  if (side === 'staff') return nickname;
  const staff = messages.find(({ from }) => from.side === 'staff' && from.name)?.from.name;
  return thread.title(staff ?? (kind === 'school' ? thread.teacher : thread.counsellor), nickname);
}

function nameOf(id: string, members: readonly ThreadMember[]): string {
  const member = members.find((one) => one.id === id);
  return member ? memberName(member) : '';
}

function Agree({ page }: { page: Page }) {
  if (page.side === 'staff') return <Line icon="info" text={thread.agreeStaff} />;
  return (
    <Notice
      icon="clipboard-check"
      title={thread.agreeTitle}
      hint={thread.agreeHint}
      action={{
        id: 'agree',
        label: thread.agree,
        onTap: () =>
          open('consent', { childId: page.childId, for: 'messages.recordings', then: 'back' }),
      }}
    />
  );
}

interface UnsentProps {
  waiting: MessageEntry[];
  side: 'family' | 'staff';
  onRecord: (requestId: string) => void;
}

function Unsent({ waiting, side, onRecord }: UnsentProps) {
  const sending = useQueue((queue) => queue.sending);
  const problem = useQueue((queue) => queue.problems.message);
  const again = useQueue((queue) => queue.again);
  const remove = useQueue((queue) => queue.remove);
  const state = sending ? thread.sending : problem === 'TOO_FAST' ? thread.slow : thread.unsent;
  const firstGone = waiting.findIndex(({ gone }) => gone);
  function stateOf({ refused, gone, kind, urgent }: MessageEntry, place: number) {
    if (gone) return kind === 'picture' ? thread.gonePicture : thread.gone;
    if (refused) return refusedText(refused, side);
    return firstGone >= 0 && firstGone < place && !urgent ? thread.behindGone : state;
  }
  function tryAgain(entry: MessageEntry) {
    if (!entry.gone) again(entry.requestId);
    else if (entry.kind === 'picture') void pickAgain(entry);
    else onRecord(entry.requestId);
  }
  return (
    <>
      {waiting.map((entry, place) => (
        <WaitingBubble
          key={entry.requestId}
          id={entry.requestId}
          text={saidIn(entry)}
          state={stateOf(entry, place)}
          refused={entry.refused !== undefined}
          gone={entry.gone && (entry.kind === 'picture' ? thread.gonePick : thread.goneAgain)}
          onAgain={() => tryAgain(entry)}
          onDrop={() => remove(entry.requestId)}
        />
      ))}
    </>
  );
}

function saidIn({ kind, text, file, situation }: MessageEntry): string {
  if (kind === 'voice') return `${thread.play} ${file?.seconds ?? 0}″`;
  if (kind === 'picture') return thread.picture;
  return text ?? (situation ? sentences[situation].title : '');
}
