import { useState } from 'react';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { safety } from '@/wording/safety';
import '../brings';
import { Corrections } from './corrections';
import { Heads } from './heads';

type Show = 'heads' | 'corrections';
const shows = (['heads', 'corrections'] as const).map((value) => ({
  value,
  text: safety.recordsShow[value],
}));

/** What an administrator takes out of the system: seals to compare later, and what teaches the rules. */
export default function RecordsPage() {
  const [show, setShow] = useState<Show>('heads');
  return (
    <Screen title={safety.recordsTitle}>
      <Segments
        id="show"
        label={safety.recordsTitle}
        value={show}
        choices={shows}
        onChange={setShow}
      />
      {show === 'heads' ? <Heads /> : <Corrections />}
    </Screen>
  );
}
