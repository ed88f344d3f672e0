import { nationalLines } from '../../cloudfunctions/contract/national-lines';
import { dayOf } from '../../cloudfunctions/rules/dates';
import { countyPlace } from '../../cloudfunctions/rules/campaign';
import { isFictional } from '../../cloudfunctions/rules/reach';
import type { Pack } from '../county/pack';
import type { HotlineRow, ServiceRow } from '../county/sheets';
import { papers } from '../../src/wording/papers';

/** Somewhere that a campaign is made for: a township, or the whole county. */
export interface Place {
  code: string;
  /** `谷口镇`, or the county's name. */
  name: string;
  countyName: string;
  /** Its folder. */
  folder: string;
  whole: boolean;
}

export type Line = Pick<HotlineRow, 'number' | 'name' | 'purpose' | 'hours' | 'urgent'>;

/** What a paper says of a place: all of it from the county's folder. */
export interface Facts {
  place: Place;
  urgent: Line[];
  /** Whom to talk to, at most four. */
  talk: Line[];
  /** Nearest first. */
  services: ServiceRow[];
  /** The oldest check of a number on the paper, `2026-11-12`. */
  checked: string;
  /** The same for the back of a leaflet, where the services stand. */
  checkedBehind: string;
  fictional: boolean;
}

export function placesOf({ county }: Pack): Place[] {
  const { name: countyName } = county;
  const whole = {
    ...{ code: countyPlace(county.code), name: countyName, countyName, whole: true },
    folder: papers.wholeCounty(countyName),
  };
  return [
    whole,
    ...county.townships.map(({ code, name }) => ({
      ...{ code, name, countyName, folder: name, whole: false },
    })),
  ];
}

const talkAtMost = 4;
const support = 'national-12356';

export function factsOf(pack: Pack, place: Place): Facts {
  const own = pack.hotlines.map(({ value }) => value).sort((a, b) => a.order - b.order);
  const first = nationalLines.filter(({ id }) => id === support);
  const rest = nationalLines.filter(({ id }) => id !== support);
  // 12356 has somebody who is trained to listen; then the county's own, then whom else one may ask.
  const lines = [...first, ...own, ...rest];
  const urgent = lines.filter((line) => line.urgent);
  const talk = lines.filter((line) => !line.urgent).slice(0, talkAtMost);
  const services = pack.services.map(({ value }) => value);
  if (!place.whole) services.sort((a, b) => minutes(a, place) - minutes(b, place));
  return {
    ...{ place, urgent, talk, services },
    checked: oldest([...urgent, ...talk]),
    checkedBehind: oldest([...talk, ...services]),
    fictional: isFictional(pack.county.code),
  };
}

const oldest = (checked: readonly { verifiedAt: number }[]) =>
  dayOf(Math.min(...checked.map(({ verifiedAt }) => verifiedAt)));

function minutes({ travel }: ServiceRow, { name }: Place): number {
  const own = travel[name];
  if (!own) return Number.POSITIVE_INFINITY;
  return own.by === 'none' ? 0 : own.minutes;
}
