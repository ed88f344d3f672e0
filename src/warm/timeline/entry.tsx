import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { OutputOf } from '@contract';
import type { NoteEntry, TimelineEntry } from '@contract/warmth';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import { MoodFace } from '@/components/mood-face';
import { Line } from '@/components/notice';
import { addWarm } from '@/session/queue';
import { dotted } from '@/wording/common';
import { pictureNames, warm } from '@/wording/warm-pages';
import { moodNames } from '@/wording/warmth';
import { savedText } from '@/wording/when';
import { pictureIcons } from '../parts/pictures';
import { VoiceButton } from '../parts/voice-button';

interface Props<Kind = TimelineEntry> {
  childId: string;
  nickname: string;
  entry: Kind;
  now: number;
}

/** One line of the timeline. */
export function Entry(props: Props) {
  const { entry, childId, now } = props;
  if (entry.kind === 'note') return <Note {...props} entry={entry} />;
  if (entry.kind === 'mood') return <Mood childId={childId} entry={entry} now={now} />;
  return (
    <Card>
      <View className="row">
        <Icon name="phone-call" />
        <View className="grow">
          <View className="t-strong">
            {entry.happened ? warm.timeline.callDone : warm.timeline.callNot}
          </View>
          <View className="t-small t-quiet">{savedText(entry.at, now)}</View>
        </View>
      </View>
    </Card>
  );
}

type MoodEntry = Extract<OutputOf<'family.listTimeline'>['entries'][number], { kind: 'mood' }>;

function Mood({ childId, entry, now }: { childId: string; entry: MoodEntry; now: number }) {
  const { id, face, by, sleep, appetite, words, voice, at } = entry;
  const facts = [
    moodNames[face],
    sleep && sleep !== 'soSo' ? warm.mood.sleepNames[sleep] : '',
    appetite && appetite !== 'soSo' ? warm.mood.appetiteNames[appetite] : '',
  ];
  return (
    <Card>
      <View className="stack">
        <View className="row">
          <MoodFace of={face} />
          <View className="grow">
            <View className="t-strong">{dotted(...facts)}</View>
            {words ? <View>{words}</View> : null}
            <View className="t-small t-quiet">
              {warm.timeline.says(by)} · {savedText(at, now)}
            </View>
          </View>
        </View>
        {voice ? (
          <VoiceButton childId={childId} entryId={id} part="own" seconds={voice.seconds} />
        ) : null}
      </View>
    </Card>
  );
}

function Note({ childId, nickname, entry, now }: Props<NoteEntry>) {
  const { id, by, mine, words, picture, voice, heardAt, answer, answerHeardAt, at } = entry;
  const fresh = mine && answer !== undefined && answerHeardAt === undefined;
  const takeIn = () => {
    if (fresh) addWarm('family.markNoteHeard', { childId, noteId: id });
  };
  // A face is taken in by being seen; a voice once it was heard.
  const seen = fresh && answer.voice === undefined;
  useEffect(() => {
    if (seen) addWarm('family.markNoteHeard', { childId, noteId: id });
  }, [seen, childId, id]);

  return (
    <Card>
      <View className="stack">
        <View className="row">
          <Icon name={picture ? pictureIcons[picture] : voice ? 'mic' : 'message-circle'} />
          <View className="grow">
            <View className="t-strong">{warm.timeline.noteFrom(by)}</View>
            {(words ?? picture) ? <View>{words ?? (picture && pictureNames[picture])}</View> : null}
            <View className="t-small t-quiet">{savedText(at, now)}</View>
          </View>
          {(answer ?? entry.held) ? null : (
            <Chip
              tone={heardAt === undefined ? 'plain' : 'act'}
              text={heardAt === undefined ? warm.timeline.notHeard : warm.timeline.heard}
            />
          )}
        </View>
        {entry.held ? <Line icon="clock" text={warm.held} /> : null}
        {voice ? (
          <VoiceButton childId={childId} entryId={id} part="own" seconds={voice.seconds} />
        ) : null}
        {answer ? (
          <View className="row">
            {answer.face ? <MoodFace of={answer.face} /> : <Icon name="volume-2" />}
            <View className="grow t-strong">
              {answer.face
                ? warm.timeline.closedFace(nickname, answer.face)
                : warm.timeline.closedVoice(nickname, answer.voice?.seconds ?? 0)}
            </View>
          </View>
        ) : null}
        {answer?.voice ? (
          <VoiceButton
            childId={childId}
            entryId={id}
            part="answer"
            seconds={answer.voice.seconds}
            onHeard={takeIn}
          />
        ) : null}
      </View>
    </Card>
  );
}
