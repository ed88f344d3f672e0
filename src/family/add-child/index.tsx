import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import { relations, type Relation } from '@contract/enums';
import type { Child } from '@contract/family';
import { IdSchema, NicknameSchema } from '@contract/shapes';
import { limits } from '@contract/limits';
import { standingOf } from '@rules/circle';
import { partsOf } from '@rules/dates';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { PickedSchema, PickerCard } from '@/components/picker-card';
import { SchoolPicker } from '@/components/school-picker';
import { Screen } from '@/components/screen';
import { useBookingDraft } from '@/session/booking-draft';
import { noteChild } from '@/session/consents';
import { back, replaceWith } from '@/session/routes';
import { useSession } from '@/session/session';
import { usePageQuery } from '@/session/use-page-query';
import { circle } from '@/wording/circle';
import { birthText, family } from '@/wording/family';
import { relationNames } from '@/wording/names';
import '../brings';
import {
  changesOf,
  emptyForm,
  forgetForm,
  formOf,
  readForm,
  saveForm,
  type ChildForm as Form,
} from './form';

const QuerySchema = v.object({
  then: v.optional(v.picklist(['book'])),
  /** Given: this child's data are corrected. */
  childId: v.optional(IdSchema),
});
const MonthSchema = v.object({ value: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}/)) });

/** Nickname, birth month, school, relation: the least that booking needs, and nothing else. */
export default function AddChildPage() {
  const asked = usePageQuery(QuerySchema);
  const childId = asked?.childId;
  const query = useQuery('family.showCircle', childId ? { childId } : undefined);
  if (childId === undefined) return <ChildForm then={asked?.then} />;
  if (query.data) return <ChildForm child={query.data.child} />;
  return (
    <Screen title={circle.editTitle}>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  );
}

interface Props {
  /** The child whose data are corrected. */
  child?: Child;
  then?: 'book' | undefined;
}

function ChildForm({ child, then }: Props) {
  const role = useSession((session) => session.person.role);
  const begin = useBookingDraft((draft) => draft.begin);
  const [form, setForm] = useState(
    () =>
      readForm(child?.id) ?? (child ? formOf(child, newRequestId()) : emptyForm(newRequestId())),
  );
  const [state, setState] = useState<{ busy: boolean; failed?: string }>({ busy: false });
  const [today] = useState(() => partsOf(Date.now()));

  function change(part: Partial<Form>) {
    const next = { ...form, ...part, requestId: newRequestId() };
    setForm(next);
    saveForm(next, child?.id);
  }

  const { nickname, birth, relation, schoolId } = form;
  const nicknameOk = v.is(NicknameSchema, nickname);
  const missing = [
    nicknameOk ? '' : family.nicknameShort,
    birth ? '' : family.birthShort,
    relation ? '' : family.relationShort,
  ].filter(Boolean);

  async function save() {
    const [birthYear, birthMonth] = (birth ?? '').split('-').map(Number);
    if (missing.length > 0 || !relation || !birthYear || !birthMonth) return;
    setState({ busy: true });
    const changes = child && changesOf(child, form);
    if (changes && Object.keys(changes).length === 0) {
      forgetForm(child?.id);
      back();
      return;
    }
    const answer = child
      ? await call('family.updateChild', { childId: child.id, ...changes }, form.requestId)
      : await call(
          'family.addChild',
          { nickname: nickname.trim(), birthYear, birthMonth, relation, schoolId },
          form.requestId,
        );
    if (!answer.ok) {
      setState({ busy: false, failed: answer.error.message });
      return;
    }
    forgetForm(child?.id);
    if (child) {
      back();
      return;
    }
    noteChild(answer.data);
    const childId = answer.data.id;
    if (then === 'book') begin(childId);
    // Asked once, and never a condition: it can be left out.
    replaceWith('away', { childId, then: then ?? 'circle' });
  }

  // Who came in as a parent stays one: anything else is for a new card.
  const relationChoices = relationsFor(role).filter(
    (one) => !child || standingOf(one) === child.standing || child.standing === 'proxy',
  );
  const title = child ? circle.editTitle : family.addTitle;
  const heading = child ? circle.editHeading : family.addTitle;
  return (
    <Screen
      title={title}
      footer={
        <Button
          id="save"
          label={child ? circle.editSave : family.save}
          busy={state.busy}
          disabled={missing.length > 0}
          onTap={() => void save()}
        />
      }
    >
      <Heading title={heading} hint={family.privacy} />
      <Card>
        <View className="t-strong">{family.nickname}</View>
        <Field
          id="nickname"
          label={family.nickname}
          value={nickname}
          placeholder={family.nicknameExample}
          maxLength={limits.nicknameCharacters * 2}
          onChange={(text) => change({ nickname: text })}
        />
        {nickname !== '' && !nicknameOk ? (
          <Line tone="alarm" icon="circle-alert" text={family.nicknameBad} />
        ) : null}
      </Card>
      <Picker
        id="birth"
        ariaRole="button"
        ariaLabel={family.birth}
        mode="date"
        fields="month"
        value={birth ?? `${today.year - 9}-06`}
        start={`${today.year - limits.childAgeYears}-01`}
        end={`${today.year}-${String(today.month).padStart(2, '0')}`}
        onChange={(event) => {
          const picked = v.safeParse(MonthSchema, event.detail);
          if (picked.success) change({ birth: picked.output.value.slice(0, 7) });
        }}
      >
        <PickerCard title={family.birth} value={birth ? birthOf(birth) : undefined} />
      </Picker>
      <Picker
        id="relation"
        ariaRole="button"
        ariaLabel={family.relation}
        mode="selector"
        range={relationChoices.map((choice) => relationNames[choice])}
        value={relation ? Math.max(0, relationChoices.indexOf(relation)) : 0}
        onChange={(event) => {
          const picked = v.safeParse(PickedSchema, event.detail);
          if (picked.success) change({ relation: relationChoices[picked.output.value] });
        }}
      >
        <PickerCard title={family.relation} value={relation && relationNames[relation]} />
      </Picker>
      <SchoolPicker title={family.school} form={form} onChange={change} />
      {nickname !== '' && missing.length > 0 ? (
        <Line tone="quiet" icon="info" text={`${family.missing}${missing.join('、')}`} />
      ) : null}
      {state.failed ? <Line tone="alarm" icon="circle-alert" text={state.failed} /> : null}
    </Screen>
  );
}

/** The likeliest first: a caregiver is seldom the mother, a parent never the grandmother. */
function relationsFor(role: string | undefined): Relation[] {
  const parents: Relation[] = ['mother', 'father'];
  const others = relations.filter((relation) => !parents.includes(relation));
  return role === 'parent' ? [...parents, ...others] : [...others, ...parents];
}

function birthOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return birthText(year ?? 0, number ?? 0);
}
