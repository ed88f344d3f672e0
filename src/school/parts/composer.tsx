import { Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import { urgentReasons, type Situation, type UrgentReason } from '@contract/enums';
import { limits } from '@contract/limits';
import { newRequestId } from '@/cloud/request-id';
import { Button } from '@/components/button';
import { FirstHelp } from '@/components/first-help';
import { useFirstHelp } from '@/components/first-help/use-first-help';
import { Icon } from '@/components/icon';
import { Line } from '@/components/notice';
import { UrgentVoice } from '@/components/urgent-voice';
import type { Recording } from '@/session/recorder';
import { keepThreadDraft, readThreadDraft } from '@/session/thread-draft';
import {
  familySentences,
  harmSentences,
  sentences,
  staffSentences,
  thread,
  urgentNames,
} from '@/wording/thread';
import { choosePicture } from '@/session/choose-picture';
import { useQueue, useWaiting, type NewMessage } from '@/session/queue';
import { Heard, HoldToTalk } from './hold-to-talk';

interface Props {
  threadId: string;
  nickname: string;
  side: 'family' | 'staff';
  /** Staff: whom they answer alone. */
  alone: { id: string; name: string } | undefined;
  onEveryone: () => void;
  onSaid: () => void;
}

const TextSchema = v.object({ value: v.string() });

/** What one says, under the thumb: by voice, in two taps, in writing, or with a picture. */
export function Composer({ threadId, nickname, side, alone, onEveryone, onSaid }: Props) {
  const [typed, setTyped] = useState(() => readThreadDraft(threadId));
  const [mode, setMode] = useState<'ways' | 'sentences' | 'write'>(typed ? 'write' : 'ways');
  const [recording, setRecording] = useState<Recording>();
  /** What somebody has tapped; until then words that are not for all to read are not for all. */
  const [chosenOnlyTeacher, setOnlyTeacher] = useState<boolean>();
  const [urgent, setUrgent] = useState<UrgentReason | 'asking'>();
  const add = useQueue((queue) => queue.add);
  const waiting = useWaiting('message').some((entry) => entry.threadId === threadId);
  const help = useFirstHelp(typed, threadId);
  const onlyTeacher = chosenOnlyTeacher ?? (typed !== '' && help.found.forFew);
  const isPrivate = side === 'staff' ? alone !== undefined : onlyTeacher;
  const sendLabel =
    side === 'staff' ? thread.sendFamily : onlyTeacher ? thread.send : thread.sendAll;

  function say(part: Omit<NewMessage, 'threadId' | 'audience'> & Partial<NewMessage>) {
    const reason = urgent === 'asking' ? undefined : urgent;
    add({
      of: 'message',
      threadId,
      audience: isPrivate ? 'teacher' : 'all',
      with: side === 'staff' ? alone?.id : undefined,
      urgent: reason,
      ...part,
    });
    setMode('ways');
    setOnlyTeacher(undefined);
    setUrgent(undefined);
    onSaid();
  }
  function sendTyped() {
    const text = typed.trim();
    const { forFew } = help.look(text);
    const few = side === 'family' && (chosenOnlyTeacher ?? forFew);
    write('');
    say({ kind: 'text', text, ...(few && { audience: 'teacher' }) });
  }
  function write(text: string) {
    setTyped(text);
    keepThreadDraft(text, threadId);
  }
  function sayPrepared(situation: Situation) {
    const harm = harmSentences.includes(situation);
    const part = harm ? { audience: 'teacher' as const } : {};
    if (harm) help.tellOfHarm();
    say({ kind: 'prepared', situation, text: sentences[situation].text(nickname), ...part });
  }
  async function sayPicture() {
    const picture = await choosePicture();
    if (!picture) return;
    const { path, format } = picture;
    say({ kind: 'picture', file: { path, name: `${newRequestId()}.${format}` } });
  }

  return (
    <>
      <View className="composer__switches">
        {side === 'family' ? (
          <Switch
            id="only-teacher"
            on={onlyTeacher}
            label={thread.onlyTeacher}
            onTap={() => setOnlyTeacher(!onlyTeacher)}
          />
        ) : alone ? (
          <Switch id="only-one" on label={thread.onlyOne(alone.name)} onTap={onEveryone} />
        ) : null}
        <Switch
          id="urgent"
          alarm
          on={urgent !== undefined && urgent !== 'asking'}
          label={urgent && urgent !== 'asking' ? urgentNames[urgent] : thread.urgent}
          onTap={() => setUrgent(urgent === undefined ? 'asking' : undefined)}
        />
      </View>
      {onlyTeacher ? <Line icon="lock" text={thread.onlyTeacherOn} /> : null}
      {alone ? <Line icon="lock" text={thread.onlyOneOn(alone.name)} /> : null}
      {urgent === 'asking' ? (
        <>
          <Line tone="alarm" icon="phone-call" text={thread.urgentPhone} />
          <View className="grid-2">
            {urgentReasons.map((reason) => (
              <Button
                key={reason}
                id={`urgent-${reason}`}
                look="soft"
                label={urgentNames[reason]}
                onTap={() => setUrgent(reason)}
              />
            ))}
          </View>
        </>
      ) : null}
      <FirstHelp
        help={help}
        state={typed.trim() !== '' ? 'unsent' : waiting ? 'waiting' : 'sent'}
        onSend={sendTyped}
        onDanger={() => setUrgent('unsafe')}
      />
      {recording ? (
        <>
          <UrgentVoice onUrgent={() => setUrgent('other')} />
          <Heard
            recording={recording}
            sendLabel={sendLabel}
            onDrop={() => setRecording(undefined)}
            onSend={() => {
              const { path, seconds, format } = recording;
              const name = `${newRequestId()}.${format}`;
              setRecording(undefined);
              say({ kind: 'voice', file: { path, name, seconds } });
            }}
          />
        </>
      ) : mode === 'sentences' ? (
        <Sentences side={side} onPick={sayPrepared} onClose={() => setMode('ways')} />
      ) : mode === 'write' ? (
        <>
          <Textarea
            id="type"
            className="composer__text"
            autoHeight
            cursorSpacing={160}
            maxlength={limits.messageCharacters}
            value={typed}
            placeholder={thread.placeholder}
            ariaLabel={thread.placeholder}
            onInput={(event) => {
              const input = v.safeParse(TextSchema, event.detail);
              if (input.success) write(input.output.value);
            }}
          />
          <View className="grid-2">
            <Button
              id="close-write"
              look="soft"
              label={thread.close}
              onTap={() => setMode('ways')}
            />
            <Button
              id="send-text"
              icon="send"
              disabled={typed.trim() === ''}
              label={sendLabel}
              onTap={sendTyped}
            />
          </View>
          <Button
            id="picture"
            look="quiet"
            icon="image"
            label={thread.picture}
            onTap={() => void sayPicture()}
          />
          <Line tone="quiet" icon="info" text={thread.pictureHint} />
        </>
      ) : (
        <>
          <HoldToTalk onDone={setRecording} />
          <View className="grid-2">
            <Button
              id="sentences"
              look="soft"
              label={side === 'staff' ? thread.quick : thread.prepared}
              onTap={() => setMode('sentences')}
            />
            <Button id="write" look="soft" label={thread.write} onTap={() => setMode('write')} />
          </View>
        </>
      )}
    </>
  );
}

function Sentences({
  side,
  onPick,
  onClose,
}: {
  side: 'family' | 'staff';
  onPick: (situation: Situation) => void;
  onClose: () => void;
}) {
  const list = side === 'staff' ? staffSentences : familySentences;
  const button = (situation: Situation) => (
    <Button
      key={situation}
      id={`say-${situation}`}
      look="soft"
      label={sentences[situation].title}
      onTap={() => onPick(situation)}
    />
  );
  return (
    <>
      <View className="t-small t-quiet">{thread.preparedHint}</View>
      <View className="composer__list">
        {list.map(button)}
        {side === 'family' ? (
          <>
            <Line icon="lock" text={thread.harmHeading} />
            {harmSentences.map(button)}
          </>
        ) : null}
      </View>
      <Button id="close-sentences" look="quiet" label={thread.close} onTap={onClose} />
    </>
  );
}

function Switch({
  id,
  on,
  alarm = false,
  label,
  onTap,
}: {
  id: string;
  on: boolean;
  alarm?: boolean;
  label: string;
  onTap: () => void;
}) {
  const look = `${alarm ? ' composer__switch--alarm' : ''}${on ? ' composer__switch--on' : ''}`;
  return (
    <View
      id={id}
      className={`composer__switch${look}`}
      ariaRole="button"
      ariaChecked={on}
      onClick={onTap}
    >
      <Icon name={alarm ? 'bell' : on ? 'check' : 'lock'} size="small" />
      <View>{label}</View>
    </View>
  );
}
