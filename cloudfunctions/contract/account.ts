import * as v from 'valibot';
import { contractOf } from './action';
import { AppointmentSchema } from './appointment';
import { FamilyRoleSchema, RoleSchema, SizeSchema } from './enums';
import { ChildSchema } from './family';
import { PersonSchema } from './person';
import {
  EmptySchema,
  IdSchema,
  MomentSchema,
  PhoneSchema,
  TownshipCodeSchema,
  VoiceFileSchema,
} from './shapes';
import { DayPlanSchema } from './day';
import { WaitSchema } from './wait';
import { HomeWarmthSchema } from './warmth';

export { PersonSchema, type Person } from './person';

const SettingsSchema = v.strictObject({
  size: v.optional(SizeSchema),
  township: v.optional(TownshipCodeSchema),
  phone: v.optional(PhoneSchema),
  role: v.optional(RoleSchema),
});

export const account = {
  'account.signIn': contractOf({
    summary: 'Begins an account for the openid that calls, as a caregiver or a parent.',
    effect: 'repeatable',
    input: v.strictObject({
      role: FamilyRoleSchema,
      township: v.optional(TownshipCodeSchema),
    }),
    output: PersonSchema,
  }),
  'account.home': contractOf({
    summary: 'The first screen in one call, by role. Answers strangers too.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({
      now: MomentSchema,
      person: PersonSchema,
      /** The caller's own; those they act for as a proxy stand in `family.listChildren`. */
      children: v.array(ChildSchema),
      upcoming: v.array(AppointmentSchema),
      /** What they wait for, and places that are offered to them. */
      waits: v.array(WaitSchema),
      /** How each child is and what waits between parent and child; absent for who sees none. */
      warmth: v.optional(v.array(HomeWarmthSchema)),
      /** A counsellor's own day. */
      day: v.optional(DayPlanSchema),
    }),
  }),
  'account.noteRecording': contractOf({
    summary: 'Notes a recording before it is sent, so that it can be deleted.',
    effect: 'repeatable',
    /** Without a child: somebody who may record a guide. */
    input: v.strictObject({ childId: v.optional(IdSchema), file: VoiceFileSchema }),
    output: v.object({ path: v.string() }),
  }),
  'account.updateSettings': contractOf({
    summary: 'Changes size, township, telephone number or the role in use.',
    effect: 'repeatable',
    input: v.pipe(
      SettingsSchema,
      v.check((settings) => Object.keys(settings).length > 0),
    ),
    output: PersonSchema,
  }),
};
