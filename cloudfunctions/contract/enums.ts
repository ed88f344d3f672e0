import * as v from 'valibot';

/** What a person does here. One person may hold several roles and uses one at a time. */
export const roles = ['caregiver', 'parent', 'teacher', 'counsellor', 'director', 'admin'] as const;
/** The roles a person may take without an invitation. */
export const familyRoles = ['caregiver', 'parent'] as const;
export const sizes = ['standard', 'large'] as const;
/** Who an adult of the family is to the child. */
export const relations = [
  'paternalGrandmother',
  'paternalGrandfather',
  'maternalGrandmother',
  'maternalGrandfather',
  'mother',
  'father',
  'relative',
  'other',
] as const;
export const serviceKinds = ['screening', 'counselling', 'treatment', 'outreach'] as const;
/** How one gets help at a service. */
export const accessWays = ['book', 'walkIn', 'call', 'referral'] as const;
/** Where and how a session takes place. */
export const placeKinds = ['school', 'clinic', 'phone', 'home'] as const;
export const worries = [
  'unhappy',
  'sleep',
  'eating',
  'school',
  'anger',
  'bullied',
  'silent',
  'unsure',
] as const;
export const appointmentStates = ['booked', 'cancelled'] as const;
export const slotStates = ['free', 'held', 'booked'] as const;
export const travelWays = ['walk', 'bus', 'none'] as const;
export const genders = ['woman', 'man'] as const;

export const RoleSchema = v.picklist(roles);
export const FamilyRoleSchema = v.picklist(familyRoles);
export const SizeSchema = v.picklist(sizes);
export const RelationSchema = v.picklist(relations);
export const ServiceKindSchema = v.picklist(serviceKinds);
export const AccessWaySchema = v.picklist(accessWays);
export const PlaceKindSchema = v.picklist(placeKinds);
export const WorrySchema = v.picklist(worries);
export const AppointmentStateSchema = v.picklist(appointmentStates);
export const TravelWaySchema = v.picklist(travelWays);
export const GenderSchema = v.picklist(genders);

export type Role = v.InferOutput<typeof RoleSchema>;
export type FamilyRole = v.InferOutput<typeof FamilyRoleSchema>;
export type Size = v.InferOutput<typeof SizeSchema>;
export type Relation = v.InferOutput<typeof RelationSchema>;
export type ServiceKind = v.InferOutput<typeof ServiceKindSchema>;
export type AccessWay = v.InferOutput<typeof AccessWaySchema>;
export type PlaceKind = v.InferOutput<typeof PlaceKindSchema>;
export type Worry = v.InferOutput<typeof WorrySchema>;
export type AppointmentState = v.InferOutput<typeof AppointmentStateSchema>;
export type SlotState = (typeof slotStates)[number];
export type TravelWay = v.InferOutput<typeof TravelWaySchema>;
export type Gender = v.InferOutput<typeof GenderSchema>;
