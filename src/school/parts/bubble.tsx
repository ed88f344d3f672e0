import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Message, ThreadMember } from '@contract/school';
import { mayWithdraw } from '@rules/threads';
import { call } from '@/cloud/call';
import { serverNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import { Listen } from '@/components/listen';
import { open } from '@/session/routes';
import { usePlayer } from '@/session/use-player';
import { noteText } from '@/wording/school-desk';
import { faces, memberName, seenBy, thread, urgentNames } from '@/wording/thread';

interface Props {
  threadId: string;
  message: Message;
  members: readonly ThreadMember[];
  onChanged: () => void;
  /** Staff answer whoever asked alone. */
  onAnswer?: ((member: string) => void) | undefined;
}

/** One message: what it says, for whom it is, and below one's own who has seen it. */
export function Bubble({ threadId, message, members, onChanged, onAnswer }: Props) {
  const [chosen, setChosen] = useState(false);
  const { seq, mine, state, urgent } = message;
  const alone = message.with && members.find(({ id }) => id === message.with);
  return (
    <View id={`message-${seq}`} className={`bubble${mine ? ' bubble--mine' : ''}`}>
      {mine ? null : <View className="t-small t-quiet">{memberName(message.from)}</View>}
      <View
        className="bubble__body"
        ariaRole="button"
        onClick={() => setChosen(!chosen && state !== 'withdrawn')}
      >
        {urgent ? <Chip tone="alarm" text={`${thread.urgentOn} · ${urgentNames[urgent]}`} /> : null}
        {message.audience === 'teacher' ? (
          <Chip
            tone="coming"
            text={alone ? thread.privateWith(memberName(alone)) : thread.privateChip}
          />
        ) : null}
        <Said threadId={threadId} message={message} />
      </View>
      <View className="bubble__foot t-small t-quiet">{footOf(message, members)}</View>
      {chosen ? (
        <View className="bubble__ways">
          <Ways threadId={threadId} message={message} onChanged={onChanged} onAnswer={onAnswer} />
        </View>
      ) : null}
    </View>
  );
}

function footOf(message: Message, members: readonly ThreadMember[]): string {
  if (message.state === 'held')
    return message.from.side === 'family' ? thread.heldFamily : thread.held;
  if (!message.mine || message.state === 'withdrawn') return '';
  return seenBy(message, members);
}

function Said({ threadId, message }: { threadId: string; message: Message }) {
  const { kind, text, state, seq, face, note } = message;
  if (note) return <View>{noteText(note, serverNow())}</View>;
  if (state === 'withdrawn') return <View className="t-quiet">{thread.withdrawn}</View>;
  if (kind === 'voice') return <Voice threadId={threadId} message={message} />;
  if (kind === 'picture') {
    return (
      <Button
        id={`picture-${seq}`}
        look="soft"
        icon="image"
        label={thread.showPicture}
        onTap={() => void showPicture(threadId, seq)}
      />
    );
  }
  return (
    <>
      <View>{kind === 'face' ? faces[face ?? 0] : text}</View>
      {message.mine || !text ? null : <Listen id={`listen-${seq}`} text={text} />}
    </>
  );
}

function Voice({ threadId, message }: { threadId: string; message: Message }) {
  const { seq, seconds = 0, text } = message;
  const { playing, toggle } = usePlayer(
    () => linkTo(threadId, seq),
    (ending) => {
      if (ending === 'failed') sayFailed(thread.cannotOpen);
    },
  );
  return (
    <>
      <Button
        id={`voice-${seq}`}
        look="soft"
        icon={playing ? 'circle-stop' : 'play'}
        label={`${playing ? thread.playing : thread.play} ${seconds}″`}
        onTap={toggle}
      />
      {text ? <View>{text}</View> : null}
    </>
  );
}

function Ways({ threadId, message, onChanged, onAnswer }: Omit<Props, 'members'>) {
  const { seq, requestId, mine, with: withMember } = message;
  return (
    <>
      {mine && requestId && mayWithdraw(message, serverNow()) ? (
        <Button
          id={`withdraw-${seq}`}
          look="line"
          label={thread.withdraw}
          onTap={() =>
            void call('school.withdrawMessage', { sent: requestId }).then((answer) => {
              if (answer.ok) onChanged();
              else sayFailed(answer.error.message);
            })
          }
        />
      ) : null}
      {!mine && withMember && onAnswer ? (
        <Button
          id={`answer-${seq}`}
          look="line"
          label={thread.onlyOne(memberName(message.from))}
          onTap={() => onAnswer(withMember)}
        />
      ) : null}
      {mine ? null : (
        <Button
          id={`report-${seq}`}
          look="line"
          icon="flag"
          label={thread.report}
          onTap={() => open('report', { id: threadId, seq: String(seq) })}
        />
      )}
    </>
  );
}

const sayFailed = (title: string) => void Taro.showToast({ icon: 'none', title });

async function linkTo(threadId: string, seq: number): Promise<string | undefined> {
  const answer = await call('school.openFile', { threadId, seq });
  return answer.ok ? answer.data.url : undefined;
}

async function showPicture(threadId: string, seq: number) {
  const url = await linkTo(threadId, seq);
  const seen = url !== undefined && Taro.previewImage({ urls: [url] }).then(() => true);
  if (!(await Promise.resolve(seen).catch(() => false))) sayFailed(thread.cannotOpen);
}

/** A message that is still on this phone; `gone`: what to do where its file is not. */
export function WaitingBubble({
  text,
  state,
  refused,
  gone,
  onAgain,
  onDrop,
  id,
}: {
  id: string;
  text: string;
  state: string;
  refused: boolean;
  gone?: string | undefined;
  onAgain: () => void;
  onDrop: () => void;
}) {
  return (
    <View className="bubble bubble--mine" id={`waiting-${id}`}>
      <View className="bubble__body">{text}</View>
      <View className="bubble__foot t-small">
        <Icon name={refused || gone ? 'circle-alert' : 'clock'} size="small" />
        <View>{state}</View>
      </View>
      <View className="bubble__ways">
        <Button id={`again-${id}`} look="line" label={gone ?? thread.again} onTap={onAgain} />
        {refused || gone ? (
          <Button
            id={`drop-${id}`}
            look="quiet"
            label={gone ? thread.goneDrop : thread.drop}
            onTap={onDrop}
          />
        ) : null}
      </View>
    </View>
  );
}
