import { View } from '@tarojs/components';
import { useState } from 'react';
import { notePictures, type NotePicture } from '@contract/enums';
import { limits } from '@contract/limits';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { FirstHelp } from '@/components/first-help';
import { useFirstHelp, type FirstHelpState } from '@/components/first-help/use-first-help';
import { Heading } from '@/components/heading';
import { Line, Notice } from '@/components/notice';
import { Recorder } from '@/components/recorder';
import { Screen } from '@/components/screen';
import { Tile } from '@/components/tile';
import { knownChildren, needsConsent } from '@/session/consents';
import type { Recording } from '@/session/recorder';
import { open, replaceWith, toTop } from '@/session/routes';
import { addWarm, useUnsent } from '@/session/queue';
import { common } from '@/wording/common';
import { pictureNames, warm } from '@/wording/warm-pages';
import '../brings';
import { OfChild } from '../parts/of-child';
import { pictureIcons } from '../parts/pictures';
import { Unsent } from '../parts/unsent';

/** A parent's note to the child: heard before it is sent, and on its way as soon as it is given. */
export default function NotePage() {
  return <OfChild title={warm.note.title}>{(childId) => <NoteTo childId={childId} />}</OfChild>;
}

function NoteTo({ childId }: { childId: string }) {
  const [recording, setRecording] = useState<Recording>();
  const [picture, setPicture] = useState<NotePicture>();
  const [words, setWords] = useState('');
  const [given, setGiven] = useState(false);
  const nickname = knownChildren().find(({ id }) => id === childId)?.nickname ?? common.child;
  const text = words.trim();
  const help = useFirstHelp(words, childId);
  const something = recording !== undefined || picture !== undefined || text !== '';

  function send() {
    help.look(text);
    const input = { childId, ...(text !== '' && { words: text }), ...(picture && { picture }) };
    addWarm('family.sendNote', input, recording);
    setRecording(undefined);
    setPicture(undefined);
    setWords('');
    setGiven(true);
    toTop();
  }

  if (given) {
    return (
      <Given childId={childId} nickname={nickname} help={help} again={() => setGiven(false)} />
    );
  }
  return (
    <Screen
      title={warm.note.title}
      footer={
        <Button id="send" icon="send" label={warm.note.send} disabled={!something} onTap={send} />
      }
    >
      <Heading title={warm.note.heading(nickname)} hint={warm.note.hint} />
      {needsConsent(childId, 'recordings') ? (
        <View className="stack">
          <Line icon="info" text={warm.note.noConsent} />
          <Button
            id="consent"
            look="soft"
            label={warm.note.consent}
            onTap={() => open('consent', { childId, for: 'recordings' })}
          />
        </View>
      ) : (
        <Recorder
          recording={recording}
          onChange={setRecording}
          most={limits.noteSeconds}
          words={warm.note}
        />
      )}
      <View className="t-strong">{warm.note.picture}</View>
      <View className="grid-2" ariaRole="radiogroup" ariaLabel={warm.note.picture}>
        {notePictures.map((one) => (
          <Tile
            key={one}
            id={`picture-${one}`}
            kind="radio"
            icon={pictureIcons[one]}
            label={pictureNames[one]}
            selected={one === picture}
            onTap={() => setPicture(one === picture ? undefined : one)}
          />
        ))}
      </View>
      <Field
        id="words"
        label={warm.note.write}
        placeholder={warm.note.write}
        value={words}
        maxLength={limits.noteTextCharacters}
        onChange={setWords}
      />
      <FirstHelp help={help} state="unsent" onSend={send} />
    </Screen>
  );
}

interface GivenProps {
  childId: string;
  nickname: string;
  help: FirstHelpState;
  again: () => void;
}

/** It is on its way; what happens then, and what if there is no network. */
function Given({ childId, nickname, help, again }: GivenProps) {
  const waiting = useUnsent(childId).length > 0;
  return (
    <Screen
      title={warm.note.title}
      footer={
        <>
          <Button
            id="to-timeline"
            label={warm.note.toTimeline}
            onTap={() => replaceWith('timeline', { childId })}
          />
          <Button id="another" look="quiet" label={warm.note.another} onTap={again} />
        </>
      }
    >
      <Notice
        icon={waiting ? 'send' : 'circle-check'}
        title={warm.note.sent}
        hint={waiting ? warm.note.waitingHint : warm.note.sentHint(nickname)}
      />
      <Unsent childId={childId} />
      <FirstHelp help={help} state={waiting ? 'waiting' : 'sent'} />
    </Screen>
  );
}
