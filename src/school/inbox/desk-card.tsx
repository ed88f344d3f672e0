import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { DeskRow } from '@contract/school-desk';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Line } from '@/components/notice';
import { open } from '@/session/routes';
import {
  quickReplies,
  saidText,
  sayerName,
  schoolDesk as words,
  waitedText,
} from '@/wording/school-desk';
import { savedText } from '@/wording/when';

interface Props {
  row: DeskRow;
  now: number;
  onAnswered: () => void;
}

/** One family: how long it waits, what it said, and an answer in one tap. */
export function DeskCard({ row, now, onAnswered }: Props) {
  const { threadId, nickname, waitingSince, urgent, raised, said } = row;
  const [state, setState] = useState<'idle' | 'busy' | 'sent' | 'failed'>('idle');
  /** The same answer tapped again after a failure is the same request. */
  const ids = useRef<Record<string, string>>({});
  const asked = waitingSince !== undefined && said?.side === 'family' && state !== 'sent';

  async function answer(id: string, text: string) {
    setState('busy');
    const requestId = (ids.current[id] ??= newRequestId());
    const alone = said?.with;
    const sent = await call(
      'school.sendMessage',
      {
        threadId,
        content: { kind: 'prepared', situation: 'noted', text },
        ...(alone === undefined ? { audience: 'all' } : { audience: 'teacher', with: alone }),
      },
      requestId,
    );
    setState(sent.ok ? 'sent' : 'failed');
    if (sent.ok) onAnswered();
  }

  return (
    <Card id={`desk-${threadId}`} tone={urgent ? 'coming' : 'plain'}>
      <View className="stack">
        <View className="row row--between row--wrap">
          <View className="t-heading">{nickname}</View>
          <View className="row">
            {urgent ? <Chip tone="alarm" text={words.urgent} /> : null}
            {waitingSince === undefined ? (
              <Chip tone="plain" text={words.answered} />
            ) : (
              <Chip tone="coming" text={waitedText(waitingSince, now)} />
            )}
          </View>
        </View>
        {said ? (
          <View>
            <View className="t-small t-quiet">
              {[sayerName(row), savedText(said.at, now), said.with && words.alone]
                .filter(Boolean)
                .join(' · ')}
            </View>
            <View>{saidText(said)}</View>
          </View>
        ) : null}
        {said?.state === 'held' ? <Line tone="quiet" icon="lock" text={words.held} /> : null}
        {raised ? <Line tone="quiet" icon="users" text={words.raised} /> : null}
        {state === 'sent' ? <Line icon="check" text={words.sent} /> : null}
        {state === 'failed' ? <Line tone="alarm" icon="circle-alert" text={words.again} /> : null}
        {asked && !urgent
          ? quickReplies(now).map(({ id, text }) => (
              <Button
                key={id}
                id={`reply-${id}-${threadId}`}
                look="soft"
                label={text}
                busy={state === 'busy'}
                onTap={() => void answer(id, text)}
              />
            ))
          : null}
        <Button
          id={`open-${threadId}`}
          look={asked && urgent ? 'main' : 'line'}
          icon="message-circle"
          label={words.open}
          onTap={() => open('thread', { id: threadId })}
        />
      </View>
    </Card>
  );
}
