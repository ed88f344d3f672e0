/**
 * Telephone numbers that can be nobody's. No Chinese area code begins with 098, and no line's own
 * number begins with 0; no mobile number begins with 10 (they begin with 13 to 19).
 */
const areaCode = '0980';

/** A land line of the fictional county, as a service shows it. */
export function demoLandLine(line: number): string {
  return `${areaCode}-0000${String(line).padStart(3, '0')}`;
}

/** A mobile number of a fictional person, digits only, as the contract's PhoneSchema wants it. */
export function demoMobile(person: number): string {
  return `1020000${String(person).padStart(4, '0')}`;
}
