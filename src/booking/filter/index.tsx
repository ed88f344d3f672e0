import { useState } from 'react';
import { worries, type Gender, type PlaceKind, type Worry } from '@contract/enums';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { useBookingDraft, type BookingDraft, type Filter } from '@/session/booking-draft';
import { backTo } from '@/session/routes';
import { times as words } from '@/wording/changes';
import { placeNames, worryNames } from '@/wording/names';
import '../brings';
import { isFiltered } from '../parts/filter-text';
import { kindsFor } from '../parts/place-kinds';
import { Pills } from '../parts/pills';
import { useChildFirst } from '../parts/use-child-first';
import { useDraftChild } from '../parts/use-draft-child';

/** Nothing picked. A word, since a pill needs a value. */
const any = 'any';

/** What the family would like of the times: everything may stay as it is. */
export default function FilterPage() {
  useChildFirst();
  const { draft, change } = useBookingDraft();
  const [filter, setFilter] = useState<Filter>(draft.filter ?? {});
  const [kind, setKind] = useState<PlaceKind | typeof any>(draft.kind ?? any);
  const pick = (part: Partial<Filter>) => setFilter({ ...filter, ...part });

  /** Other wishes are another question: what was kept meanwhile need not fit them. */
  function show(wishes: Pick<BookingDraft, 'filter' | 'kind'>) {
    change({ ...wishes, slot: undefined, hold: undefined });
    backTo('bookingTimes');
  }

  return (
    <Screen
      title={words.filterTitle}
      footer={
        <>
          <Button id="show" label={words.show} onTap={() => show({ filter, kind })} />
          {isFiltered({ filter, kind }) ? (
            <Button
              id="clear"
              look="quiet"
              label={words.clear}
              onTap={() => show({ filter: undefined, kind: any })}
            />
          ) : null}
        </>
      }
    >
      <Heading title={words.filterHeading} hint={words.filterHint} />
      {filter.counsellor ? (
        <Pills
          id="counsellor"
          title={words.who}
          options={[
            { value: any, label: words.anyone },
            { value: filter.counsellor.id, label: filter.counsellor.name },
          ]}
          chosen={filter.counsellor.id}
          onChoose={(id) => {
            if (id === any) pick({ counsellor: undefined, around: undefined });
          }}
        />
      ) : (
        <Pills<Gender | typeof any>
          id="gender"
          title={words.who}
          options={[
            { value: any, label: words.anyone },
            { value: 'woman', label: words.woman },
            { value: 'man', label: words.man },
          ]}
          chosen={filter.gender ?? any}
          onChoose={(gender) => pick({ gender: gender === any ? undefined : gender })}
        />
      )}
      <Languages
        chosen={filter.language}
        onChoose={(language) => pick({ language: language === any ? undefined : language })}
      />
      <Pills<Worry | typeof any>
        id="need"
        title={words.need}
        options={([any, ...worries] as const).map((value) => ({
          value,
          label: value === any ? words.anyone : worryNames[value],
        }))}
        chosen={filter.need ?? any}
        onChoose={(need) => pick({ need: need === any ? undefined : need })}
      />
      <Kinds chosen={kind} onChoose={setKind} />
    </Screen>
  );
}

interface LanguagesProps {
  chosen: string | undefined;
  onChoose: (language: string) => void;
}

/** Only languages that somebody here speaks; without network the other choices are there. */
function Languages({ chosen, onChoose }: LanguagesProps) {
  const childId = useBookingDraft((store) => store.draft.childId);
  const found = useQuery('booking.findSlots', childId ? { childId } : undefined);
  const spoken = (found.data?.slots ?? []).flatMap(({ languages }) => languages);
  const languages = [...new Set([...spoken, ...(chosen ? [chosen] : [])])];
  if (languages.length < 2) return null;
  return (
    <Pills
      id="language"
      title={words.language}
      options={[any, ...languages].map((value) => ({
        value,
        label: value === any ? words.anyone : value,
      }))}
      chosen={chosen ?? any}
      onChoose={onChoose}
    />
  );
}

interface KindsProps {
  chosen: PlaceKind | typeof any;
  onChoose: (kind: PlaceKind | typeof any) => void;
}

function Kinds({ chosen, onChoose }: KindsProps) {
  const { child } = useDraftChild();
  return (
    <Pills<PlaceKind | typeof any>
      id="kind"
      title={words.kind}
      options={([any, ...kindsFor(child)] as const).map((value) => ({
        value,
        label: value === any ? words.anyone : placeNames[value],
      }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}
