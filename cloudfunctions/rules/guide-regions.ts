import { countyOf } from './reach';

/** Region of what is meant for the whole country, as for telephone lines. */
export const wholeCountry = '000000';

/**
 * For whom an administrator of a county may publish: the whole country, the county, or townships of
 * it. Several at once only where they are townships.
 */
export function mayTarget(regions: readonly string[], county: string): boolean {
  const [only] = regions;
  if (regions.length === 1 && (only === wholeCountry || only === county)) return true;
  const townships = regions.filter((code) => code.length === 9 && countyOf(code) === county);
  return regions.length > 0 && townships.length === new Set(regions).size;
}

/** Whether a guide is this county's to withdraw: nothing of it is meant for another one alone. */
export const isOfCounty = (regions: readonly string[], county: string): boolean =>
  regions.every((code) => code === wholeCountry || countyOf(code) === county);

/** Whether a family of a township is shown what is meant for these regions. */
export const reaches = (regions: readonly string[], township: string | undefined): boolean =>
  regions.includes(wholeCountry) ||
  (township !== undefined && (regions.includes(township) || regions.includes(countyOf(township))));
