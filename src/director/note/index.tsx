import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import { homeStates, type HomeState } from '@contract/home-visits';
import { limits } from '@contract/limits';
import { IdSchema } from '@contract/shapes';
import { addDays, dayOf } from '@rules/dates';
import { serverNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { FirstHelp } from '@/components/first-help';
import { useFirstHelp } from '@/components/first-help/use-first-help';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { TextArea } from '@/components/text-area';
import { Tile } from '@/components/tile';
import { back } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { useQueue } from '@/session/queue';
import { common } from '@/wording/common';
import { director } from '@/wording/director';
import '../brings';
import { knownChild } from '../parts/known-child';

const QuerySchema = v.object({ childId: IdSchema });
const icons = { well: 'smile', soSo: 'annoyed', worrying: 'frown' } as const;

/** A visit in a few taps, with or without network; words are for who likes. */
export default function NoteVisitPage() {
  const childId = usePageQuery(QuerySchema)?.childId;
  const [child] = useState(() => knownChild(childId));
  const add = useQueue((queue) => queue.add);
  const [today] = useState(() => dayOf(serverNow()));
  const [day, setDay] = useState(today);
  const [met, setMet] = useState<boolean>();
  const [state, setState] = useState<HomeState>();
  const [words, setWords] = useState('');
  const [marks, setMarks] = useState({ again: false, safety: false });
  const [sent, setSent] = useState(false);
  const help = useFirstHelp(words, childId ?? '');
  const ready = met === false || (met === true && state !== undefined);

  function save() {
    if (childId === undefined || met === undefined || !ready) return;
    const text = words.trim();
    add({
      of: 'visit',
      input: {
        ...{ childId, day, met, safety: marks.safety },
        ...(met && { state }),
        ...(text !== '' && { words: text }),
        again: met && marks.again,
      },
    });
    // Whoever wrote something grave first sees whom to call, and whether anybody is there.
    if (help.look(text).level < 'S2') back();
    else {
      setWords('');
      setSent(true);
    }
  }
  // The page stays for the help, and takes nothing more: one visit is one form.
  if (sent) {
    return (
      <Screen
        title={director.noteTitle}
        footer={<Button id="save" label={common.back} onTap={back} />}
      >
        <Line icon="check" text={director.noted} />
        <FirstHelp help={help} state="sent" />
      </Screen>
    );
  }

  return (
    <Screen
      title={director.noteTitle}
      footer={<Button id="save" label={director.save} disabled={!ready} onTap={save} />}
    >
      <Heading
        title={director.noteHeading(child?.nickname ?? common.child)}
        hint={director.noteHint}
      />
      <View className="t-strong">{director.day}</View>
      <Segments
        id="day"
        label={director.day}
        value={day}
        choices={[director.today, director.yesterday, director.before].map((text, ago) => ({
          value: addDays(today, -ago),
          text,
        }))}
        onChange={setDay}
      />
      <View className="t-strong">{director.met}</View>
      <View className="grid-2" ariaRole="radiogroup" ariaLabel={director.met}>
        <Tile
          id="met-yes"
          kind="radio"
          icon="users"
          label={director.metYes}
          selected={met === true}
          onTap={() => setMet(true)}
        />
        <Tile
          id="met-no"
          kind="radio"
          icon="door-open"
          label={director.metNo}
          selected={met === false}
          onTap={() => setMet(false)}
        />
      </View>
      {met ? (
        <>
          <View className="t-strong">{director.state}</View>
          <View className="grid-3" ariaRole="radiogroup" ariaLabel={director.state}>
            {homeStates.map((one) => (
              <Tile
                key={one}
                id={`state-${one}`}
                kind="radio"
                icon={icons[one]}
                label={director.states[one]}
                selected={one === state}
                onTap={() => setState(one)}
              />
            ))}
          </View>
        </>
      ) : null}
      <TextArea
        id="words"
        label={director.words}
        placeholder={director.wordsExample}
        value={words}
        maxLength={limits.visitCharacters}
        onChange={setWords}
      />
      <FirstHelp help={help} state={words.trim() === '' ? 'sent' : 'unsent'} onSend={save} />
      <Line tone="quiet" icon="eye" text={director.wordsWho} />
      <View className="grid-2">
        {met ? (
          <Tile
            id="again"
            icon="calendar-plus"
            label={director.again}
            selected={marks.again}
            onTap={() => setMarks({ ...marks, again: !marks.again })}
          />
        ) : null}
        {child?.ownFamily ? null : (
          <Tile
            id="safety"
            icon="shield"
            label={director.safetyAsk}
            selected={marks.safety}
            onTap={() => setMarks({ ...marks, safety: !marks.safety })}
          />
        )}
      </View>
      {child?.ownFamily ? <Line tone="quiet" icon="shield" text={director.ownFamily} /> : null}
      {marks.safety ? <View className="t-small">{director.safetyHint}</View> : null}
    </Screen>
  );
}
