import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import { howWell, MoodSchema, type HowWell, type Mood } from '@contract/enums';
import { limits } from '@contract/limits';
import { dayOf } from '@rules/dates';
import { serverNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { FirstHelp } from '@/components/first-help';
import { useFirstHelp } from '@/components/first-help/use-first-help';
import { Heading } from '@/components/heading';
import type { IconName } from '@/components/icon';
import { MoodRow } from '@/components/mood-face';
import { Line } from '@/components/notice';
import { Recorder } from '@/components/recorder';
import { Screen } from '@/components/screen';
import { Tile } from '@/components/tile';
import { knownChildren, needsConsent } from '@/session/consents';
import type { Recording } from '@/session/recorder';
import { back } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { addWarm } from '@/session/queue';
import { common } from '@/wording/common';
import { warm } from '@/wording/warm-pages';
import '../brings';
import { OfChild } from '../parts/of-child';
import { Unsent } from '../parts/unsent';

const QuerySchema = v.object({ face: v.optional(MoodSchema) });

/** How the child is today: the tap that opened the page is noted already, the rest is for who likes. */
export default function MoodPage() {
  return <OfChild title={warm.mood.title}>{(childId) => <MoodOf childId={childId} />}</OfChild>;
}

function MoodOf({ childId }: { childId: string }) {
  const tapped = usePageQuery(QuerySchema)?.face;
  const [day] = useState(() => dayOf(serverNow()));
  const query = useQuery('family.listTimeline', { childId });
  const before = query.data?.entries.find((one) => one.kind === 'mood' && one.day === day);
  const known = before?.kind === 'mood' ? before : undefined;
  const [said, setSaid] = useState<{ face?: Mood; sleep?: HowWell; appetite?: HowWell }>({
    ...(tapped && { face: tapped }),
  });
  const [words, setWords] = useState('');
  /** With grave words: the page stays for the help, and takes nothing more. */
  const [sent, setSent] = useState(false);
  const [recording, setRecording] = useState<Recording>();
  const face = said.face ?? known?.face;
  const help = useFirstHelp(words, childId);

  const noted = useRef(false);
  useEffect(() => {
    if (noted.current || !tapped) return;
    noted.current = true;
    addWarm('family.recordMood', { childId, day, face: tapped });
  }, [childId, day, tapped]);

  function say(part: { face?: Mood; sleep?: HowWell; appetite?: HowWell }) {
    const now = part.face ?? face;
    setSaid({ ...said, ...part });
    if (now) addWarm('family.recordMood', { childId, day, face: now, ...part });
  }

  function finish() {
    const text = words.trim();
    if (face && (text !== '' || recording)) {
      const input = { childId, day, face, ...(text !== '' && { words: text }) };
      addWarm('family.recordMood', input, recording);
    }
    // Whoever wrote something grave first sees whom to call, and whether anybody is there.
    if (help.look(text).level < 'S2') back();
    else {
      setWords('');
      setRecording(undefined);
      setSent(true);
    }
  }

  const nickname =
    query.data?.nickname ?? knownChildren().find(({ id }) => id === childId)?.nickname;
  return (
    <Screen
      title={warm.mood.title}
      footer={
        face ? <Button id="done" label={warm.mood.done} onTap={sent ? back : finish} /> : undefined
      }
    >
      <Heading title={warm.mood.heading(nickname ?? common.child)} hint={warm.mood.hint} />
      <Card>
        <MoodRow
          id="mood"
          roomy
          label={warm.mood.title}
          chosen={face}
          onTap={(mood) => say({ face: mood })}
        />
      </Card>
      {face ? (
        <>
          <Line tone="quiet" icon="check" text={warm.mood.noted} />
          <Unsent childId={childId} />
          <View className="t-quiet">{warm.mood.optional}</View>
          <HowWellTiles
            id="sleep"
            icon="bed"
            title={warm.mood.sleep}
            names={warm.mood.sleepNames}
            chosen={said.sleep ?? known?.sleep}
            onTap={(sleep) => say({ sleep })}
          />
          <HowWellTiles
            id="appetite"
            icon="utensils"
            title={warm.mood.appetite}
            names={warm.mood.appetiteNames}
            chosen={said.appetite ?? known?.appetite}
            onTap={(appetite) => say({ appetite })}
          />
          {sent || needsConsent(childId, 'recordings') ? null : (
            <Recorder
              recording={recording}
              onChange={setRecording}
              most={limits.noteSeconds}
              words={warm.mood}
            />
          )}
          {sent ? null : (
            <Field
              id="words"
              label={warm.mood.write}
              placeholder={known?.words ?? warm.mood.write}
              value={words}
              maxLength={limits.moodTextCharacters}
              onChange={setWords}
            />
          )}
          <FirstHelp help={help} state={words.trim() === '' ? 'sent' : 'unsent'} onSend={finish} />
        </>
      ) : null}
    </Screen>
  );
}

interface TilesProps {
  id: string;
  icon: IconName;
  title: string;
  names: Record<HowWell, string>;
  chosen: HowWell | undefined;
  onTap: (value: HowWell) => void;
}

function HowWellTiles({ id, icon, title, names, chosen, onTap }: TilesProps) {
  return (
    <View className="stack stack--tight">
      <View className="t-strong">{title}</View>
      <View className="grid-3" ariaRole="radiogroup" ariaLabel={title}>
        {howWell.map((value) => (
          <Tile
            key={value}
            id={`${id}-${value}`}
            kind="radio"
            icon={icon}
            label={names[value]}
            selected={value === chosen}
            onTap={() => onTap(value)}
          />
        ))}
      </View>
    </View>
  );
}
