import { useCallback } from 'react';
import type { Hotline } from '@contract/directory';
import { nationalLines } from '@contract/national-lines';
import { dayOf } from '@rules/dates';
import { useQuery } from '@/cloud/use-query';
import { Heading } from '@/components/heading';
import { Notice } from '@/components/notice';
import { usePaper } from '@/components/paper-sheet';
import { Screen } from '@/components/screen';
import type { Sheet } from '@/session/canvas';
import { usePhoneIn, type FamilyPlace } from '@/session/phone-in-draft';
import { useCounty } from '@/session/session';
import { phoneIn } from '@/wording/desk-phone-in';
import { poster } from '@/wording/poster';
import { clockTime, fullDate, longDate } from '@/wording/when';
import { paper } from './draw';
import { drawVisit, type VisitSlip } from './draw-visit';
import { lineOf } from './slip';

/** The visit that was just booked for a family, on paper for their wall. */
export function VisitSlipPage() {
  const place = usePhoneIn(({ booked }) => booked);
  if (place) return <VisitSlipSheet place={place} />;
  return (
    <Screen title={poster.title}>
      <Notice icon="printer" title={phoneIn.slipGone} hint={phoneIn.slipGoneHint} />
    </Screen>
  );
}

function VisitSlipSheet({ place }: { place: FamilyPlace }) {
  const lines = useQuery('directory.listHotlines', { county: useCounty() });
  // What is drawn, as text: the same lines in another answer need no second drawing.
  const content = JSON.stringify(contentOf(place, lines.data?.hotlines ?? nationalLines));
  const draw = useCallback(
    (sheet: Sheet) => {
      drawVisit(sheet.context, JSON.parse(content) as VisitSlip);
      return Promise.resolve();
    },
    [content],
  );
  const { canvas, footer } = usePaper({
    paper,
    label: phoneIn.slipLabel,
    fileName: poster.files(phoneIn.slipFile),
    draw,
  });
  return (
    <Screen title={poster.title} footer={footer}>
      <Heading title={phoneIn.slipHeading} hint={phoneIn.slipHint} />
      {canvas}
    </Screen>
  );
}

function contentOf({ start, kind, placeName, counsellorName }: FamilyPlace, hotlines: Hotline[]) {
  const stays = phoneIn.slipPlaces[kind];
  const content: VisitSlip = {
    title: phoneIn.slipTitle,
    facts: [
      { title: phoneIn.slipWhen, text: longDate(dayOf(start)), about: clockTime(start) },
      { title: phoneIn.slipWhere, text: stays === '' ? placeName : stays },
      { title: phoneIn.slipWith, text: counsellorName },
    ],
    free: phoneIn.slipFree,
    call: phoneIn.slipCall,
    danger: phoneIn.slipDanger,
    urgent: hotlines.filter(({ urgent }) => urgent).map(lineOf),
    foot: poster.slipFoot(fullDate(Math.min(...hotlines.map(({ verifiedAt }) => verifiedAt)))),
  };
  return content;
}
