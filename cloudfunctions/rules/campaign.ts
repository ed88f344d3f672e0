import type { Source } from '@contract/arriving';
import { countyOf } from './reach';

/** What stands in the code of a place and a channel (contract/arriving.ts parses it). */
export const sceneOf = ({ channel, place }: Source): string => `${channel}.${place}`;

const wholeCounty = '000';

/** The place that stands for all of a county. */
export const countyPlace = (county: string): string => `${county}${wholeCounty}`;

export const isWholeCounty = (place: string): boolean => place === countyPlace(countyOf(place));
