import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { OutputOf } from '@contract';
import { errorMeanings } from '@contract/errors';
import type { ClassChoice } from '@contract/weekly';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { ToldHelp } from '@/components/first-help';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open, toTop } from '@/session/routes';
import { week } from '@/wording/week';
import { whenText } from '@/wording/when';
import '../brings';
import { AnswerEditor } from '../parts/answer-editor';
import { ClassTabs } from '@/components/class-tabs';
import { classHelp, ofClass, useClassDraft } from '../parts/class-draft';
import { isToldAny, nothingTold, toldOf } from '../parts/told';
import { Names } from './names';
import '../parts/week.scss';

export type ClassWeek = OutputOf<'school.showWeek'>;

/** The weekly question for a class: everybody's name, one tap for all as usual, then what stands out. */
export default function WeeklyPage() {
  const [chosen, setChosen] = useState<ClassChoice>();
  const query = useQuery('school.showWeek', chosen ? { class: chosen } : {});
  const data = query.data;
  const { send, sent } = useClassDraft();
  const [opened, setOpened] = useState<string>();
  const classKey = data && JSON.stringify([data.class, data.week]);
  useEffect(() => {
    void send();
    // The class and its week, and not each answer that says the same.
  }, [classKey]); // eslint-disable-line react-hooks/exhaustive-deps
  useEffect(() => {
    if (sent.length > 0) query.reload();
  }, [sent]); // eslint-disable-line react-hooks/exhaustive-deps

  function show(childId: string | undefined) {
    setOpened(childId);
    toTop();
  }
  const child = data?.children.find(({ id }) => id === opened);
  if (data && child) return <OneChild about={data} child={child} onClose={() => show(undefined)} />;
  return (
    <Screen title={week.title} footer={data ? <Confirm data={data} /> : undefined}>
      {query.error?.code === 'FORBIDDEN' ? (
        <Notice icon="lock" title={errorMeanings.FORBIDDEN.message} />
      ) : (
        <Loaded query={query} skeleton={5}>
          {(found) => (
            <>
              <Heading title={week.className(found.class.className)} hint={week.hint} />
              <ClassTabs classes={found.classes} chosen={found.class} onChoose={setChosen} />
              <State data={found} />
              <ToldHelp where={classHelp} />
              {found.children.length === 0 ? (
                <Notice icon="users" title={week.noChildren} hint={week.noChildrenHint} />
              ) : (
                <Names data={found} onOpen={show} />
              )}
              {found.class.className === undefined ? null : (
                <Button
                  id="members"
                  look="quiet"
                  icon="users"
                  label={week.members}
                  onTap={() => open('classMembers', { className: found.class.className ?? '' })}
                />
              )}
            </>
          )}
        </Loaded>
      )}
    </Screen>
  );
}

/** Whether it is with the families, or still here. */
function State({ data }: { data: ClassWeek }) {
  const { drafts, sent: all } = useClassDraft();
  // Be it of the week before: it was confirmed, and somebody counts on it.
  const draft = ofClass(drafts, data) ?? ofClass(drafts, { class: data.class });
  const sent = ofClass(all, data);
  const now = useServerNow();
  if (draft?.refused) {
    return (
      <Line
        tone="alarm"
        icon="circle-alert"
        text={`${week.refused}：${errorMeanings[draft.refused].message}`}
      />
    );
  }
  if (draft?.sending) return <Line icon="send" text={`${week.waiting}。${week.waitingHint}`} />;
  const said = data.children.some((child) => child.said !== undefined);
  if (!said && !sent) return null;
  return (
    <>
      <Line
        tone="quiet"
        icon="circle-check"
        text={`${week.sent}。${week.sentHint(whenText(data.closesAt - 1, now))}`}
      />
      {sent?.held ? <Line tone="alarm" icon="shield" text={week.heldHint} /> : null}
    </>
  );
}

/** One button: for all, for the rest, or for what was changed. */
function Confirm({ data }: { data: ClassWeek }) {
  const { drafts, busy, confirm } = useClassDraft();
  const draft = ofClass(drafts, data);
  const touched = [...Object.keys(draft?.told ?? {}), ...(draft?.plain ?? [])];
  const open = data.children.filter(
    ({ id, agreed, said }) => agreed && !said && !touched.includes(id),
  );
  const all = data.children.filter(({ agreed }) => agreed);
  if (all.length === 0 || (open.length === 0 && touched.length === 0)) return null;
  const label =
    open.length === 0
      ? week.correct
      : open.length === all.length
        ? week.all
        : week.rest(open.length);
  return (
    <Button
      id="confirm"
      icon="check"
      label={label}
      busy={busy && draft?.sending !== undefined}
      onTap={() => {
        void confirm(
          data,
          open.map(({ id }) => id),
        );
        toTop();
      }}
    />
  );
}

function OneChild({
  about,
  child,
  onClose,
}: {
  about: ClassWeek;
  child: ClassWeek['children'][number];
  onClose: () => void;
}) {
  const { drafts, tell } = useClassDraft();
  const draft = ofClass(drafts, about);
  const isPlain = draft?.plain.includes(child.id) === true;
  const told = draft?.told[child.id] ?? (isPlain ? nothingTold : toldOf(child.said?.answer));
  return (
    <Screen
      title={week.title}
      onBack={onClose}
      footer={<Button id="close-child" icon="check" label={week.close} onTap={onClose} />}
    >
      <Heading title={child.nickname} />
      {child.said ? <View className="t-quiet">{week.saidBy(child.said.by)}</View> : null}
      <AnswerEditor
        where="school"
        childId={child.id}
        told={told}
        onChange={(next) => tell(about, child.id, next)}
      />
      {isToldAny(told) ? (
        <Button
          id="as-usual"
          look="quiet"
          label={week.backToUsual}
          onTap={() => {
            tell(about, child.id, undefined);
            onClose();
          }}
        />
      ) : null}
    </Screen>
  );
}
