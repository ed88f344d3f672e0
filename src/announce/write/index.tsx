import { Textarea, View } from '@tarojs/components';
import * as v from 'valibot';
import { addressees, announcementKinds } from '@contract/enums';
import type { Target } from '@contract/announcements';
import { limits } from '@contract/limits';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { backTo } from '@/session/routes';
import { announcement as words, kindNames, targetText, whomNames } from '@/wording/announcement';
import '../brings';
import { useAnnounceDraft } from '../parts/announce-draft';
import '../parts/announcement.scss';
import { useAnnouncing } from '../parts/use-announcing';
import { Attached } from './attached';
import { isTimely, momentOf, When } from './when';

const TextSchema = v.object({ value: v.string() });

/** A few words to many families: what, to whom, and what they are to do. */
export default function AnnouncePage() {
  const query = useQuery('school.listSentAnnouncements', {});
  const { draft, change, clear } = useAnnounceDraft();
  const { busy, failed, announce } = useAnnouncing();
  const now = useServerNow();
  const targets = query.data?.targets ?? [];
  const target = targets[draft.target] ?? targets[0];
  const choices = draft.kind === 'answer' ? filled(draft.choices) : [];
  const ready =
    target !== undefined &&
    draft.text.trim() !== '' &&
    isTimely(draft, now) &&
    (draft.kind !== 'answer' || new Set(choices).size >= 2);

  async function send() {
    if (!target) return;
    const { kind, whom, text } = draft;
    const at = momentOf(draft, now);
    const sent = await announce({
      ...{ target, kind, whom, text, choices },
      ...(at === undefined ? {} : { at }),
    });
    if (!sent) return;
    clear();
    backTo('sent');
  }
  return (
    <Screen
      title={words.writeTitle}
      footer={
        target ? (
          <Button
            id="send"
            icon="send"
            busy={busy}
            disabled={!ready}
            label={draft.when === 'now' ? words.send : words.sendLater}
            onTap={() => void send()}
          />
        ) : undefined
      }
    >
      <Heading title={words.writeHeading} />
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
      <Loaded query={query}>
        {() => (
          <>
            <Textarea
              id="text"
              className="announce-text"
              autoHeight
              cursorSpacing={120}
              maxlength={limits.announcementCharacters}
              value={draft.text}
              placeholder={words.textPlaceholder}
              ariaLabel={words.text}
              onInput={(event) => {
                const input = v.safeParse(TextSchema, event.detail);
                if (input.success) change({ text: input.output.value });
              }}
            />
            <Attached />
            <ToWhom
              targets={targets}
              chosen={targets.indexOf(target ?? targets[0] ?? nowhere)}
              onChoose={(index) => change({ target: index })}
            />
            <View className="t-heading">{words.what}</View>
            <Segments
              id="kind"
              label={words.what}
              value={draft.kind}
              choices={announcementKinds.map((kind) => ({ value: kind, text: kindNames[kind] }))}
              onChange={(kind) =>
                change({
                  kind,
                  ...(kind === 'answer' && draft.choices.length === 0
                    ? { choices: [...words.yesNo] }
                    : {}),
                })
              }
            />
            {draft.kind === 'answer' ? (
              <Choices list={draft.choices} onChange={(list) => change({ choices: list })} />
            ) : null}
            <View className="t-heading">{words.who}</View>
            <Segments
              id="whom"
              label={words.who}
              value={draft.whom}
              choices={addressees.map((whom) => ({ value: whom, text: whomNames[whom] }))}
              onChange={(whom) => change({ whom })}
            />
            <When now={now} />
            <Line tone="quiet" icon="info" text={words.inPersonHint} />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

const nowhere: Target = { scope: 'county', county: '' };
const filled = (list: readonly string[]) => list.map((one) => one.trim()).filter(Boolean);

function ToWhom({
  targets,
  chosen,
  onChoose,
}: {
  targets: Target[];
  chosen: number;
  onChoose: (index: number) => void;
}) {
  const [only] = targets;
  return (
    <>
      <View className="t-heading">{words.to}</View>
      {targets.length === 1 && only ? (
        <View>{targetText(only)}</View>
      ) : (
        <Segments
          id="target"
          label={words.to}
          value={String(chosen)}
          choices={targets.map((target, index) => ({
            value: String(index),
            text: targetText(target),
          }))}
          onChange={(index) => onChoose(Number(index))}
        />
      )}
    </>
  );
}

/** Two to four short answers to choose from. */
function Choices({ list, onChange }: { list: string[]; onChange: (list: string[]) => void }) {
  const rows = Array.from(
    { length: limits.choicesPerAnnouncement },
    (_, index) => list[index] ?? '',
  );
  return (
    <Card>
      <View className="stack">
        <View className="t-strong">{words.choices}</View>
        {rows.map((choice, index) => (
          <Field
            key={index}
            id={`choice-${index}`}
            label={words.choice(index + 1)}
            value={choice}
            placeholder={words.choice(index + 1)}
            maxLength={limits.choiceCharacters}
            onChange={(text) => onChange(rows.map((one, at) => (at === index ? text : one)))}
          />
        ))}
      </View>
    </Card>
  );
}
