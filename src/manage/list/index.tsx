import { useState } from 'react';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { open } from '@/session/routes';
import { usePerson } from '@/session/use-person';
import { manage } from '@/wording/manage';
import '../brings';
import { LineList } from './line-list';
import { ServiceList } from './service-list';

type Which = 'services' | 'lines';

/** What families find help by: places and telephone lines, those to be checked first. */
export default function ListPage() {
  const [which, setWhich] = useState<Which>('services');
  const { posts = [] } = usePerson().person;
  // Telephone lines are the county's: a school has none of its own.
  const admins = posts.filter(({ role }) => role === 'admin');
  const ofSchool = admins.length > 0 && admins.every(({ schoolId }) => schoolId !== undefined);
  return (
    <Screen
      title={manage.title}
      footer={
        which === 'services' ? (
          <Button
            id="add-service"
            icon="plus"
            label={manage.add}
            onTap={() => open('recordEdit')}
          />
        ) : (
          <Button id="add-line" icon="plus" label={manage.addLine} onTap={() => open('lineEdit')} />
        )
      }
    >
      <Heading title={manage.heading} hint={manage.hint} />
      {ofSchool ? null : (
        <Segments
          id="which"
          label={manage.which}
          choices={[
            { value: 'services', text: manage.services },
            { value: 'lines', text: manage.lines },
          ]}
          value={which}
          onChange={setWhich}
        />
      )}
      {which === 'services' ? <ServiceList /> : <LineList />}
    </Screen>
  );
}
