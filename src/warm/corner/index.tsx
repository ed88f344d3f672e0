import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { NoteEntry } from '@contract/warmth';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Face } from '@/components/face';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open, openTab, toTop } from '@/session/routes';
import { useQueue, useUnsent, type WarmEntry } from '@/session/queue';
import { warm } from '@/wording/warm-pages';
import '../brings';
import { OfChild } from '../parts/of-child';
import { NoteBody } from './note-body';
import { TopNote } from './top-note';

/**
 * The child's corner on an adult's phone: big, nothing of the account, the telephone numbers and the
 * way out always in the same place.
 */
export default function CornerPage() {
  return <OfChild title={warm.corner.title}>{(childId) => <Corner childId={childId} />}</OfChild>;
}

const leave = () => openTab('home');

function Corner({ childId }: { childId: string }) {
  const query = useQuery('family.listNotes', { childId });
  const unsent = useUnsent(childId);
  const sent = useQueue((queue) => queue.sent.warm);
  const { reload } = query;
  useEffect(() => {
    if (sent > 0) reload();
  }, [sent, reload]);

  return (
    <Screen
      title={warm.corner.title}
      onBack={leave}
      footer={
        <View className="grid-2">
          <Button
            id="need-help"
            look="alarm"
            icon="phone"
            label={warm.corner.needHelp}
            onTap={() => open('phones')}
          />
          <Button id="leave" look="line" icon="log-out" label={warm.corner.leave} onTap={leave} />
        </View>
      }
    >
      <Loaded query={query}>
        {({ notes }) => <Notes childId={childId} notes={notes.map((one) => doneTo(one, unsent))} />}
      </Loaded>
    </Screen>
  );
}

/** A note with what was done to it here and is still on its way. */
function doneTo(note: NoteEntry, unsent: readonly WarmEntry[]): NoteEntry {
  const about = unsent.filter(({ input }) => 'noteId' in input && input.noteId === note.id);
  const answer = about.find(({ action }) => action === 'family.answerNote');
  const face = answer && 'face' in answer.input ? answer.input.face : undefined;
  return {
    ...note,
    heardAt: note.heardAt ?? (about.length > 0 ? note.at : undefined),
    answer: note.answer ?? (answer && { at: note.at, face }),
  };
}

function Notes({ childId, notes }: { childId: string; notes: NoteEntry[] }) {
  const [picked, setPicked] = useState<string>();
  // What the phone's owner has sent is for the child to hear on the other phone.
  const forChild = notes.filter(({ mine }) => !mine);
  const unheard = [...forChild].reverse().filter(({ heardAt }) => heardAt === undefined);
  const top =
    forChild.find(({ id }) => id === picked) ??
    unheard[0] ??
    forChild.find(({ answer }) => answer === undefined) ??
    forChild[0];
  if (!top) {
    const hint = notes.length > 0 ? warm.corner.mineOnly : warm.corner.emptyHint;
    return <Notice icon="headphones" title={warm.corner.empty} hint={hint} />;
  }
  const next = unheard.find((note) => note !== top);
  const pick = (id: string) => {
    setPicked(id);
    toTop();
  };
  const others = forChild.filter((note) => note !== top && note !== next);
  return (
    <>
      <TopNote
        key={top.id}
        childId={childId}
        note={top}
        // It stays until the child goes on: having heard it is when one answers.
        onTouched={() => setPicked(top.id)}
      />
      {next ? (
        <Button
          id="next-note"
          look="soft"
          icon="headphones"
          label={warm.corner.next(next.by)}
          onTap={() => pick(next.id)}
        />
      ) : null}
      {others.length > 0 ? <View className="t-heading">{warm.corner.older}</View> : null}
      {others.map((note) => (
        <Card key={note.id}>
          <View className="stack">
            <View className="row">
              <Face of={note.by} />
              <View className="grow t-strong">{warm.corner.from(note.by)}</View>
            </View>
            <NoteBody childId={childId} note={note} />
            {note.answer ? null : (
              <Button
                id={`pick-${note.id}`}
                look="quiet"
                icon="smile"
                label={warm.corner.answerLater}
                onTap={() => pick(note.id)}
              />
            )}
          </View>
        </Card>
      ))}
    </>
  );
}
