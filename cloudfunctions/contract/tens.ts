import * as v from 'valibot';
import { fewest } from './figure-names';

/** At least so many, in whole tens; 0: fewer than ten (rules/small-numbers). */
export const TensSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.multipleOf(fewest));
