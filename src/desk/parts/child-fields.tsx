import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import { relations, type Relation } from '@contract/enums';
import { limits } from '@contract/limits';
import { NicknameSchema, PhoneSchema } from '@contract/shapes';
import { partsOf } from '@rules/dates';
import { serverNow } from '@/cloud/clock';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Line } from '@/components/notice';
import { PickedSchema, PickerCard } from '@/components/picker-card';
import { birthText } from '@/wording/family';
import { relationNames } from '@/wording/names';
import { roster } from '@/wording/roster';

export const nicknameOk = (nickname: string) => v.is(NicknameSchema, nickname);
export const phoneOk = (phone: string) => v.is(PhoneSchema, phone);

interface FieldProps<Value> {
  title: string;
  value: Value;
  onChange: (value: Value) => void;
}

/** How the child is called at home. */
export function NicknameField({ title, value, onChange }: FieldProps<string>) {
  return (
    <Card>
      <View className="t-strong">{title}</View>
      <Field
        id="nickname"
        label={title}
        value={value}
        placeholder={roster.nicknameExample}
        maxLength={limits.nicknameCharacters * 2}
        onChange={onChange}
      />
      {value !== '' && !nicknameOk(value) ? (
        <Line tone="alarm" icon="circle-alert" text={roster.nicknameBad} />
      ) : null}
    </Card>
  );
}

const MonthSchema = v.object({ value: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}/)) });

/** Year and month of birth, `2016-05`. */
export function BirthField({ title, value, onChange }: FieldProps<string | undefined>) {
  const [today] = useState(() => partsOf(serverNow()));
  return (
    <Picker
      id="birth"
      ariaRole="button"
      ariaLabel={title}
      mode="date"
      fields="month"
      value={value ?? `${today.year - 9}-06`}
      start={`${today.year - limits.childAgeYears}-01`}
      end={`${today.year}-${String(today.month).padStart(2, '0')}`}
      onChange={(event) => {
        const picked = v.safeParse(MonthSchema, event.detail);
        if (picked.success) onChange(picked.output.value.slice(0, 7));
      }}
    >
      <PickerCard title={title} value={value && birthOf(value)} />
    </Picker>
  );
}

/** `2016年5月` of `2016-05`. */
export function birthOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return birthText(year ?? 0, number ?? 0);
}

/** Who an adult is to the child. */
export function RelationField({
  id,
  title,
  value,
  onChange,
}: FieldProps<Relation | undefined> & { id: string }) {
  return (
    <Picker
      id={id}
      ariaRole="button"
      ariaLabel={title}
      mode="selector"
      range={relations.map((relation) => relationNames[relation])}
      value={Math.max(0, relations.indexOf(value ?? 'paternalGrandmother'))}
      onChange={(event) => {
        const picked = v.safeParse(PickedSchema, event.detail);
        if (picked.success) onChange(relations[picked.output.value]);
      }}
    >
      <PickerCard title={title} value={value && relationNames[value]} />
    </Picker>
  );
}

/** A number to reach the family by. */
export function PhoneField({
  title,
  value,
  example,
  onChange,
}: FieldProps<string> & { example: string }) {
  return (
    <Card>
      <View className="t-strong">{title}</View>
      <Field
        id="phone"
        label={title}
        type="number"
        value={value}
        placeholder={example}
        maxLength={12}
        onChange={onChange}
      />
      {value.length >= 11 && !phoneOk(value) ? (
        <Line tone="alarm" icon="circle-alert" text={roster.phoneBad} />
      ) : null}
    </Card>
  );
}
