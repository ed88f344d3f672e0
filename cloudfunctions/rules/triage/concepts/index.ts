import type { Concept } from '../rule';
import { bullying } from './bullying';
import { caregiver } from './caregiver';
import { distress } from './distress';
import { emergency } from './emergency';
import { missing } from './missing';
import { neglect } from './neglect';
import { online } from './online';
import { plain } from './plain';
import { selfHarm } from './self-harm';
import { sexual } from './sexual';
import { suicide } from './suicide';
import { violence } from './violence';

/** Every concept there is rules for. */
export const concepts: readonly Concept[] = [
  suicide,
  selfHarm,
  violence,
  sexual,
  bullying,
  online,
  missing,
  emergency,
  neglect,
  caregiver,
  distress,
  plain,
];
