import { View } from '@tarojs/components';
import { useState } from 'react';
import { limits } from '@contract/limits';
import type { SchoolClass } from '@contract/people';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { people } from '@/wording/people';

interface CardProps {
  one: SchoolClass;
  schoolId: string;
  onRename: () => void;
  onGone: () => void;
}

/** A class, who is in it and who teaches it; an empty one can go. */
export function ClassCard({ one, schoolId, onRename, onGone }: CardProps) {
  const { busy, failed, write } = useWrite();
  const { name, children, teachers } = one;
  const empty = children === 0 && teachers.length === 0;
  const about = [people.children(children), people.teachers(teachers.map((each) => each.name))];

  async function close() {
    const answer = await write('people.closeClass', { schoolId, name });
    if (answer.ok) onGone();
  }
  return (
    <Card id={`class-${name}`}>
      <View className="stack stack--tight">
        <View className="t-strong">{name}</View>
        <View className="t-small t-quiet">{about.join(' · ')}</View>
        <View className="grid-2">
          <Button
            id={`rename-${name}`}
            look="soft"
            icon="pencil"
            label={people.rename}
            onTap={onRename}
          />
          {empty ? (
            <Button
              id={`close-${name}`}
              look="line"
              label={people.closeClass}
              busy={busy}
              onTap={() => void close()}
            />
          ) : null}
        </View>
        {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
      </View>
    </Card>
  );
}

interface FormProps {
  schoolId: string;
  /** The class that gets another name; a new one when it is empty. */
  from: string;
  onDone: () => void;
}

export function ClassForm({ schoolId, from, onDone }: FormProps) {
  const { busy, failed, write } = useWrite();
  const [name, setName] = useState(from);
  const [taken, setTaken] = useState(false);

  async function save() {
    const answer = await write('people.saveClass', {
      ...{ schoolId, name: name.trim() },
      ...(from !== '' && { from }),
    });
    setTaken(!answer.ok && answer.error.code === 'CANNOT_FOLLOW');
    if (answer.ok) onDone();
  }
  return (
    <>
      <Heading title={people.className} hint={from === '' ? people.classExample : from} />
      <Card>
        <Field
          id="class-name"
          label={people.className}
          value={name}
          placeholder={people.classExample}
          maxLength={limits.classNameCharacters}
          onChange={setName}
        />
      </Card>
      {failed ? (
        <Line tone="alarm" icon="circle-alert" text={taken ? people.classTaken : failed} />
      ) : null}
      <Button
        id="save-class"
        label={people.save}
        busy={busy}
        disabled={name.trim() === '' || name.trim() === from}
        onTap={() => void save()}
      />
    </>
  );
}
