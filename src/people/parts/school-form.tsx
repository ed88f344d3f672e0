import { useState } from 'react';
import { PhoneSchema } from '@contract/shapes';
import { limits } from '@contract/limits';
import * as v from 'valibot';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { TownshipPicker } from '@/components/township-picker';
import { useTownship } from '@/session/session';
import { people } from '@/wording/people';

interface Props {
  /** A school that gets another name; a new one without. */
  school?: { id: string; name: string; township: string; phone?: string | undefined };
  onDone: () => void;
}

/** A school's name and number; its township is said once, when it is made. */
export function SchoolForm({ school, onDone }: Props) {
  const near = useTownship();
  const { busy, failed, write } = useWrite();
  const [name, setName] = useState(school?.name ?? '');
  const [phone, setPhone] = useState(school?.phone ?? '');
  const [township, setTownship] = useState(school?.township ?? near);
  const [bad, setBad] = useState('');

  async function save() {
    const number = phone.trim() === '' ? undefined : v.safeParse(PhoneSchema, phone);
    if (number && !number.success) {
      setBad(people.phoneBad);
      return;
    }
    if (township === undefined) return;
    setBad('');
    const answer = await write('people.saveSchool', {
      ...(school && { schoolId: school.id }),
      ...{ name: name.trim(), township },
      ...(number && { phone: number.output }),
    });
    if (answer.ok) onDone();
  }

  return (
    <>
      <Heading title={people.schoolName} />
      <Card>
        <Field
          id="school-name"
          label={people.schoolName}
          value={name}
          placeholder={people.schoolNameExample}
          maxLength={limits.schoolNameCharacters}
          onChange={setName}
        />
      </Card>
      <Card>
        <Field
          id="school-phone"
          label={people.schoolPhone}
          value={phone}
          placeholder={people.schoolPhone}
          maxLength={14}
          onChange={setPhone}
        />
      </Card>
      {school ? null : (
        <TownshipPicker
          id="township"
          title={people.township}
          value={township}
          onChange={setTownship}
        />
      )}
      {bad || failed ? (
        <Line tone="alarm" icon="circle-alert" text={bad || (failed ?? '')} />
      ) : null}
      <Button
        id="save-school"
        label={people.save}
        busy={busy}
        disabled={name.trim() === '' || township === undefined}
        onTap={() => void save()}
      />
    </>
  );
}
