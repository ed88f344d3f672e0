import { useEffect, useState } from 'react';
import {
  itemsPerForm,
  type ItemAnswer,
  type SafetyAnswer,
  type ShownForm,
} from '@contract/screening';
import { callsForHelp } from '@rules/screening';
import { readSaved } from '@/cloud/cache';
import { newRequestId } from '@/cloud/request-id';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Loaded } from '@/components/loaded';
import { Screen } from '@/components/screen';
import { back, toTop } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { screening as words } from '@/wording/screening';
import '../brings';
import { AboutSchema, NoChild, type About } from '../parts/child-of';
import { emptyDraft, nextQuestion, readDraft, saveDraft, type Draft } from '../parts/draft';
import { Question } from '../parts/question';
import { Hindered } from '../start/hindered';
import { Danger, Help } from './danger';
import { Result } from './result';
import { useSending } from './use-sending';

/** Question by question, then the one about safety, then what comes of it. */
export default function AskPage() {
  const about = usePageQuery(AboutSchema);
  return about ? <Form about={about} /> : <NoChild />;
}

function Form({ about }: { about: About }) {
  const query = useQuery('guides.showScreening', about);
  // The form that this page opened with: once all was sent, the server has no form to offer.
  const [kept] = useState(() => formOf(readSaved('guides.showScreening', about)?.data));
  const form = kept ?? formOf(query.data);
  if (form) return <Asking about={about} form={form} />;
  const offer = query.data?.offer;
  if (offer && offer.state !== 'open') return <Hindered about={about} offer={offer} />;
  return (
    <Screen title={words.title}>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  );
}

function formOf(data: { offer: { state: string; form?: ShownForm } } | undefined) {
  return data?.offer.form;
}

function Asking({ about, form }: { about: About; form: ShownForm }) {
  const { childId, as } = about;
  const [draft, setDraft] = useState<Draft>(
    () => readDraft(childId, as, form.version) ?? emptyDraft(form.version),
  );
  const [at, setAt] = useState(() => nextQuestion(draft));
  /** A card of telephone numbers stands before the next question. */
  const [helping, setHelping] = useState(false);
  const sending = useSending(about, form);
  const total = itemsPerForm + 1;

  function keep(change: Partial<Draft>): Draft {
    // Another answer is another request: the old id must not bring back an old advice.
    const next = { ...draft, ...change, requestId: newRequestId(), changedAt: Date.now() };
    setDraft(next);
    saveDraft(childId, as, next);
    return next;
  }
  function goTo(question: number) {
    setAt(question);
    toTop();
  }
  function answer(value: ItemAnswer) {
    // One answers from the first on, so that there is never a gap before this one.
    const { answers: before } = draft;
    keep({ answers: [...before.slice(0, at), value, ...before.slice(at + 1)] });
    const only = Array.from({ length: itemsPerForm }, (_, index) => (index === at ? value : null));
    setHelping(callsForHelp(only, undefined));
    goTo(at + 1);
  }
  function answerSafety(safety: SafetyAnswer) {
    keep({ safety });
    goTo(total);
  }

  // At once, while the numbers are on screen; also for what was answered before the app was closed.
  const { advice, busy, failed, send } = sending;
  const untold = at >= total && advice === undefined && !busy && !failed;
  useEffect(() => {
    if (untold) void send(draft);
  }, [untold, send, draft]);

  if (helping) return <Help onGoOn={() => setHelping(false)} />;
  if (at < itemsPerForm) {
    const text = form.items[at] ?? '';
    const before = draft.answers[at];
    return (
      <Question
        title={words.title}
        done={at + 1}
        total={total}
        where={words.question(at + 1, total)}
        text={text}
        hint={at === 0 ? form.instruction : undefined}
        spoken={`${at === 0 ? form.instruction : ''}${words.spoken(at + 1, text)}`}
        answers={[
          ...words.answers.map((label, value) => ({ id: String(value), label })),
          { id: 'unknown', label: words.unknown, quiet: true },
        ]}
        chosen={before === undefined ? undefined : before === null ? 'unknown' : String(before)}
        onAnswer={(id) => answer(valueOf(id))}
        onBack={() => (at === 0 ? back() : goTo(at - 1))}
      >
        <Button id="stop" look="quiet" label={words.stop} onTap={back} />
      </Question>
    );
  }
  if (at === itemsPerForm) {
    return (
      <Question
        title={words.title}
        done={total}
        total={total}
        where={words.safetyAbout}
        text={words.safety}
        hint={words.safetyHint}
        spoken={`${words.safetyAbout}。${words.safety}${words.safetyHint}`}
        answers={[
          { id: 'no', label: words.safetyAnswers.no },
          { id: 'yes', label: words.safetyAnswers.yes },
          { id: 'unsure', label: words.safetyAnswers.unsure, quiet: true },
        ]}
        chosen={draft.safety}
        onAnswer={(id) => answerSafety(id === 'yes' ? 'yes' : id === 'unsure' ? 'unsure' : 'no')}
        onBack={() => goTo(at - 1)}
      />
    );
  }
  if (at === total && (draft.safety === 'yes' || draft.safety === 'now')) {
    return (
      <Danger
        as={as}
        now={draft.safety === 'now'}
        sending={sending}
        onNow={() => void sending.send(keep({ safety: 'now' }))}
        onGoOn={() => goTo(total + 1)}
        onRetry={() => void sending.send(draft)}
      />
    );
  }
  return <Result about={about} draft={draft} sending={sending} />;
}

function valueOf(id: string): ItemAnswer {
  return id === '0' ? 0 : id === '1' ? 1 : id === '2' ? 2 : null;
}
