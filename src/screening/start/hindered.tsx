import type { OutputOf } from '@contract';
import type { ConsentState } from '@contract/enums';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Screen } from '@/components/screen';
import { DirectoryWay, PhonesWay } from '@/components/ways';
import { open } from '@/session/routes';
import { screening as words } from '@/wording/screening';
import { book } from '../parts/book';
import type { About } from '../parts/child-of';

type Offer = Exclude<OutputOf<'guides.showScreening'>['offer'], { state: 'open' }>;

/** Why the questions cannot be asked now, and the help that needs none of them. */
export function Hindered({ about: { childId, as }, offer }: { about: About; offer: Offer }) {
  const { title, hint } = textOf(offer, as);
  const isFamily = as === 'caregiver';
  return (
    <Screen
      title={words.title}
      footer={
        isFamily ? (
          <>
            {offer.state === 'consent' ? (
              <Button
                id="consent"
                label={words.toConsent}
                onTap={() => open('consent', consentQuery(childId, offer.consent))}
              />
            ) : null}
            <Button
              id="book"
              look={offer.state === 'consent' ? 'soft' : 'main'}
              icon="calendar-plus"
              label={words.book}
              onTap={() => book(childId)}
            />
          </>
        ) : undefined
      }
    >
      <Heading title={title} spoken={`${title}。${hint}`} />
      <Card tone="coming">{hint}</Card>
      {isFamily ? null : <DirectoryWay />}
      <PhonesWay />
    </Screen>
  );
}

/** What was begun already has nothing to ask: its own page says whom to remind. */
function consentQuery(childId: string, state: ConsentState): Record<string, string> {
  const asked = { childId, for: 'screening' };
  return state === 'pending' ? asked : { ...asked, then: 'back' };
}

function textOf(offer: Offer, as: About['as']): { title: string; hint: string } {
  if (offer.state === 'consent') return { title: words.consent[as], hint: words.consentHint[as] };
  if (offer.state === 'done') return { title: words.done, hint: words.doneHint(offer.again) };
  if (offer.state === 'otherAge') return { title: words.otherAge, hint: words.otherAgeHint };
  return { title: words.notOffered, hint: words.notOfferedHint };
}
