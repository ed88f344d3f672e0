import type { Guide } from '@contract/guides';
import { Heading } from '@/components/heading';
import { Line, Notice } from '@/components/notice';
import { PhonesWay } from '@/components/ways';
import { openTab } from '@/session/routes';
import { guides } from '@/wording/guides';
import { HelpCard } from '@/components/help-card';
import { SignedBy } from './signed-by';

/** It was withdrawn or has run out. About a crisis the telephone numbers stay. */
export function Gone({ crisis }: { crisis: boolean }) {
  return (
    <>
      {crisis ? <HelpCard /> : null}
      <Notice
        icon="headphones"
        title={guides.gone}
        hint={guides.goneHint}
        action={{ id: 'to-list', label: guides.toList, onTap: () => openTab('guides') }}
      />
      {crisis ? null : <PhonesWay />}
    </>
  );
}

/** About a crisis, and nobody vouches for the text any more: the numbers above, and no text. */
export function Renewing({ guide }: { guide: Guide }) {
  return (
    <>
      <Heading title={guide.title} />
      <Line icon="hourglass" text={`${guides.renewing}。${guides.renewingHint}`} />
      <SignedBy guide={guide} />
    </>
  );
}
