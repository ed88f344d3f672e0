import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import type { OutputOf } from '@contract';
import { IdSchema } from '@contract/shapes';
import type { ClassChoice } from '@contract/weekly';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { announcement as words, scopeText } from '@/wording/announcement';
import { savedText, whenText } from '@/wording/when';
import '../brings';
import { ClassTabs } from '@/components/class-tabs';
import { useAnnounceDraft } from '../parts/announce-draft';
import '../parts/announcement.scss';
import { Pictures } from '../parts/pictures';

type Figures = OutputOf<'school.showAnnouncementFigures'>;

/** Who has reacted, in numbers; for the teacher of a class, who has not, to tell again or in person. */
export default function FiguresPage() {
  const id = usePageQuery(v.object({ id: IdSchema }))?.id;
  const [chosen, setChosen] = useState<ClassChoice>();
  const question = id ? { announcementId: id, ...(chosen && { class: chosen }) } : null;
  const query = useQuery('school.showAnnouncementFigures', question);
  const { busy, failed, write } = useWrite();
  const now = useServerNow();
  const [asking, setAsking] = useState(false);
  const { draft, change } = useAnnounceDraft();
  const one = query.data?.announcement;
  const mayRemind = one?.remindFrom !== undefined && one.remindFrom <= now;

  async function remind() {
    if (!id) return;
    const answer = await write('school.remindAnnouncement', { announcementId: id });
    if (answer.ok) query.reload();
  }
  async function withdraw() {
    if (!id) return;
    const answer = await write('school.withdrawAnnouncement', { announcementId: id });
    if (answer.ok) query.reload();
  }
  /** What was written stays on the device, to be put right and sent anew. */
  async function rewrite({ announcement: { text = '', kind, whom, choices } }: Figures) {
    if (!id) return;
    const answer = await write('school.withdrawAnnouncement', { announcementId: id });
    if (!answer.ok) return;
    change({ text, kind, whom, choices });
    open('announce');
    query.reload();
  }
  async function tellInPerson(childId: string) {
    if (!id) return;
    const answer = await write('school.tellInPerson', { announcementId: id, childId });
    if (answer.ok) query.reload();
  }
  return (
    <Screen
      title={words.figuresTitle}
      footer={
        mayRemind && query.data && query.data.figures.done < query.data.figures.children ? (
          <Button
            id="remind"
            icon="bell"
            busy={busy}
            label={remindLabel(query.data)}
            onTap={() => void remind()}
          />
        ) : undefined
      }
    >
      <Loaded query={query}>
        {(data) => (
          <>
            <Heading
              title={words.from(
                data.announcement.from,
                scopeText(data.announcement.scope, data.announcement.className),
              )}
              hint={savedText(data.announcement.at, now)}
            />
            <Card>
              <View className="announcement-text announcement-text--all">
                {data.announcement.text ??
                  (data.announcement.withdrawn ? words.withdrawn : words.heldText)}
              </View>
            </Card>
            {data.announcement.pictures > 0 ? (
              <Pictures id={data.announcement.id} count={data.announcement.pictures} />
            ) : null}
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
            <State data={data} now={now} />
            {data.release ? (
              <Line tone="quiet" icon="info" text={words.release[data.release]} />
            ) : null}
            {data.release && draft.text.trim() === '' ? (
              <>
                <Button
                  id="rewrite"
                  look="soft"
                  busy={busy}
                  label={words.rewrite}
                  onTap={() => void rewrite(data)}
                />
                <Line tone="quiet" icon="info" text={words.rewriteHint} />
              </>
            ) : null}
            <ClassTabs classes={data.classes} chosen={data.class} onChoose={setChosen} />
            <Numbers data={data} />
            <Missing data={data} busy={busy} onTold={(childId) => void tellInPerson(childId)} />
            {data.announcement.withdrawn ? null : asking ? (
              <>
                <View>{words.withdrawAsk}</View>
                <Button
                  id="withdraw-yes"
                  look="alarm"
                  busy={busy}
                  label={words.withdrawYes}
                  onTap={() => void withdraw()}
                />
              </>
            ) : (
              <Button
                id="withdraw"
                look="quiet"
                label={words.withdraw}
                onTap={() => setAsking(true)}
              />
            )}
          </>
        )}
      </Loaded>
    </Screen>
  );
}

const remindLabel = ({ missing }: Figures) => {
  const reached = missing?.filter(({ inPerson }) => !inPerson).length;
  return reached === undefined ? words.remindAll : words.remind(reached);
};

function State({ data: { announcement: one }, now }: { data: Figures; now: number }) {
  if (one.withdrawn) return null;
  if (one.held) {
    const text = one.mine ? words.held : words.heldByOther;
    return <Line tone="alarm" icon="circle-alert" text={text} />;
  }
  if (one.at > now) return <Line icon="clock" text={words.scheduled(whenText(one.at, now))} />;
  if (!one.delivered) return <Line icon="send" text={words.telling} />;
  if (one.remindFrom === undefined) return null;
  return (
    <Line
      tone="quiet"
      icon="bell"
      text={
        one.remindFrom > now ? words.remindLater(whenText(one.remindFrom, now)) : words.reminded
      }
    />
  );
}

function Numbers({ data: { figures, announcement: one } }: { data: Figures }) {
  return (
    <Card>
      <View className="stack">
        <View className="t-heading">{words.figures(figures.done, figures.children)}</View>
        {one.choices.map((choice, index) => (
          <View key={choice} className="announcement-figure">
            <View>{choice}</View>
            <View className="t-strong">{figures.choices[index] ?? 0}</View>
          </View>
        ))}
      </View>
    </Card>
  );
}

function Missing({
  data: { missing, announcement: one },
  busy,
  onTold,
}: {
  data: Figures;
  busy: boolean;
  onTold: (childId: string) => void;
}) {
  if (!missing || one.withdrawn) return null;
  if (missing.length === 0) {
    return <Line tone="quiet" icon="circle-check" text={words.allDone} />;
  }
  return (
    <>
      <View className="t-heading">{words.missing}</View>
      {missing
        .filter(({ inPerson }) => inPerson)
        .map(({ childId, nickname }) => (
          <Card key={childId}>
            <View className="row row--between">
              <View className="grow">
                <View className="t-strong">{nickname}</View>
                <View className="t-small t-quiet">{words.inPerson}</View>
              </View>
              {one.kind === 'answer' ? null : (
                <Button
                  id={`told-${childId}`}
                  look="soft"
                  busy={busy}
                  label={words.toldNow}
                  onTap={() => onTold(childId)}
                />
              )}
            </View>
          </Card>
        ))}
      <View className="announcement-names">
        {missing
          .filter(({ inPerson }) => !inPerson)
          .map(({ childId, nickname }) => (
            <View key={childId} className="announcement-names__one">
              {nickname}
            </View>
          ))}
      </View>
    </>
  );
}
