import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Mood } from '@contract/enums';
import { limits } from '@contract/limits';
import type { NoteEntry } from '@contract/warmth';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Face } from '@/components/face';
import { MoodFace, MoodRow } from '@/components/mood-face';
import { Recorder } from '@/components/recorder';
import { needsConsent } from '@/session/consents';
import type { Recording } from '@/session/recorder';
import { addWarm } from '@/session/queue';
import { warm } from '@/wording/warm-pages';
import { Unsent } from '../parts/unsent';
import { NoteBody } from './note-body';

interface Props {
  childId: string;
  note: NoteEntry;
  /** It was heard or answered. */
  onTouched: () => void;
}

/** The note that waits for the child: hear it, then answer by a face or by voice. */
export function TopNote({ childId, note, onTouched }: Props) {
  const { id: noteId, by, voice, heardAt, answer } = note;

  function heard() {
    onTouched();
    if (heardAt === undefined) addWarm('family.markNoteHeard', { childId, noteId });
  }

  return (
    <>
      <Card>
        <View className="stack">
          <View className="row">
            <Face of={by} />
            <View className="grow t-title">{warm.corner.from(by)}</View>
          </View>
          <NoteBody main childId={childId} note={note} onHeard={heard} />
          {heardAt === undefined && !voice ? (
            <Button id="seen" look="soft" icon="check" label={warm.corner.seen} onTap={heard} />
          ) : null}
        </View>
      </Card>
      {answer ? (
        <Answered note={note} />
      ) : (
        <Answer childId={childId} note={note} onTouched={onTouched} />
      )}
      <Unsent childId={childId} />
    </>
  );
}

function Answered({ note: { by, answer } }: { note: NoteEntry }) {
  return (
    <Card tone="soft">
      <View className="row">
        {answer?.face ? <MoodFace of={answer.face} /> : null}
        <View className="grow t-strong">{warm.corner.answered(by)}</View>
      </View>
    </Card>
  );
}

function Answer({ childId, note: { id: noteId, by }, onTouched }: Props) {
  const [recording, setRecording] = useState<Recording>();
  function answer(face: Mood) {
    onTouched();
    addWarm('family.answerNote', { childId, noteId, face });
  }
  return (
    <Card>
      <View className="stack">
        <View className="t-heading">{warm.corner.answerAsk(by)}</View>
        <MoodRow id="answer" roomy label={warm.corner.answerAsk(by)} onTap={answer} />
        {needsConsent(childId, 'recordings') ? null : (
          <Recorder
            recording={recording}
            onChange={setRecording}
            most={limits.noteSeconds}
            words={{
              ...{ record: warm.corner.speak(by), recordHint: warm.corner.speakHint },
              ...{ denied: warm.corner.denied, refused: warm.corner.denied },
            }}
          />
        )}
        {recording ? (
          <Button
            id="send-voice"
            icon="send"
            label={warm.corner.sendVoice}
            onTap={() => {
              onTouched();
              addWarm('family.answerNote', { childId, noteId }, recording);
            }}
          />
        ) : null}
      </View>
    </Card>
  );
}
