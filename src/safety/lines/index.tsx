import { useState } from 'react';
import type { CheckedLine } from '@contract/safety';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Heading } from '@/components/heading';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { lines as words } from '@/wording/safety-duty';
import '../brings';
import { ForStaff } from '../parts/for-staff';
import { LineCard } from './line-card';

/** Telephone lines: those that are overdue or said to be wrong come first. */
export default function LinesPage() {
  const query = useQuery('safety.listLines', {});
  const now = useServerNow();
  /** As the answer to a check has it, until the page asks again. */
  const [checked, setChecked] = useState<CheckedLine[]>();
  return (
    <Screen title={words.title}>
      <ForStaff query={query} skeleton={5}>
        {(data) => {
          const all = checked ?? data.lines;
          return (
            <>
              <Heading title={words.heading} hint={words.hint} />
              {all.length === 0 ? <Notice icon="phone" title={words.none} /> : null}
              {[...all].sort(firstToCheck).map((line) => (
                <LineCard key={line.id} line={line} now={now} onChecked={setChecked} />
              ))}
            </>
          );
        }}
      </ForStaff>
    </Screen>
  );
}

const weight = ({ reports, overdue }: CheckedLine) =>
  reports.wrongNumber * 100 + reports.noAnswer * 10 + (overdue ? 1 : 0);
const firstToCheck = (one: CheckedLine, other: CheckedLine) =>
  weight(other) - weight(one) || one.order - other.order;
