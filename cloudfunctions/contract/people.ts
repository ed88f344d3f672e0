import * as v from 'valibot';
import { contractOf } from './action';
import { StaffRoleSchema } from './enums';
import { limits } from './limits';
import {
  EmptySchema,
  IdSchema,
  MomentSchema,
  nameOf,
  PhoneSchema,
  TownshipCodeSchema,
} from './shapes';

const ClassNameSchema = nameOf(limits.classNameCharacters);
const YearSchema = v.pipe(v.string(), v.regex(/^20\d\d$/));
const LastGradeSchema = v.picklist([6, 9, 12]);
const TeacherSchema = v.object({ postId: IdSchema, name: v.string() });

/** A class, who is in it, and who teaches it. */
export const SchoolClassSchema = v.object({
  name: v.string(),
  children: v.number(),
  teachers: v.array(TeacherSchema),
});
export type SchoolClass = v.InferOutput<typeof SchoolClassSchema>;

/** What becomes of a class with the new school year. */
export const ClassMoveSchema = v.object({
  ...SchoolClassSchema.entries,
  kind: v.picklist(['moves', 'leaves', 'stays']),
  to: v.optional(v.string()),
});
export type ClassMoveView = v.InferOutput<typeof ClassMoveSchema>;

const YearStandSchema = v.object({
  year: YearSchema,
  /** When the classes of this school year moved up. */
  doneAt: v.optional(MomentSchema),
});

/** What somebody leaves behind, counted. */
export const LeaveSchema = v.object({
  role: StaffRoleSchema,
  name: v.string(),
  /** A teacher's; none: the whole school. */
  classes: v.optional(v.array(v.string())),
  children: v.number(),
  /** Families without a telephone, for whom they act. */
  families: v.number(),
  /** Threads in which a family waits for an answer. */
  waiting: v.number(),
  /** Visits to come, and how many of them the successor has a place for at that very time. */
  visits: v.number(),
  fitting: v.optional(v.number()),
  successors: v.array(
    v.object({ ...TeacherSchema.entries, classes: v.optional(v.array(v.string())) }),
  ),
});
export type Leave = v.InferOutput<typeof LeaveSchema>;

export const people = {
  'people.listSchools': contractOf({
    summary: 'The schools an administrator answers for.',
    effect: 'read',
    input: v.strictObject({ cursor: v.optional(IdSchema) }),
    output: v.object({
      schools: v.array(
        v.object({
          id: IdSchema,
          name: v.string(),
          township: TownshipCodeSchema,
          phone: v.optional(v.string()),
          closed: v.boolean(),
        }),
      ),
      next: v.optional(IdSchema),
      /** Only a county's administrators make and close schools. */
      mayMake: v.boolean(),
    }),
  }),
  'people.saveSchool': contractOf({
    summary: 'Makes a school, or gives it another name or number.',
    effect: 'write',
    input: v.strictObject({
      schoolId: v.optional(IdSchema),
      name: nameOf(limits.schoolNameCharacters),
      township: TownshipCodeSchema,
      phone: v.optional(PhoneSchema),
    }),
    output: v.object({ id: IdSchema }),
  }),
  'people.closeSchool': contractOf({
    summary: 'Closes a school in which nobody is any more.',
    effect: 'repeatable',
    input: v.strictObject({ schoolId: IdSchema }),
    output: EmptySchema,
  }),
  'people.listClasses': contractOf({
    summary: 'The classes of a school: children, teachers, and how the school year stands.',
    effect: 'read',
    input: v.strictObject({ schoolId: IdSchema }),
    output: v.object({
      name: v.string(),
      classes: v.array(SchoolClassSchema),
      /** Children of the school whose class nobody has said. */
      unclassed: v.number(),
      year: YearStandSchema,
    }),
  }),
  'people.saveClass': contractOf({
    summary: 'Makes a class, or gives it another name: children, threads and teachers go with it.',
    effect: 'repeatable',
    input: v.strictObject({
      schoolId: IdSchema,
      from: v.optional(ClassNameSchema),
      name: ClassNameSchema,
    }),
    output: EmptySchema,
  }),
  'people.closeClass': contractOf({
    summary: 'Closes a class that has neither children nor teachers.',
    effect: 'repeatable',
    input: v.strictObject({ schoolId: IdSchema, name: ClassNameSchema }),
    output: EmptySchema,
  }),
  'people.showYear': contractOf({
    summary: 'What would become of each class with the new school year; changes nothing.',
    effect: 'read',
    input: v.strictObject({ schoolId: IdSchema, lastGrade: v.optional(LastGradeSchema) }),
    output: v.object({
      name: v.string(),
      ...YearStandSchema.entries,
      lastGrade: LastGradeSchema,
      moves: v.array(ClassMoveSchema),
    }),
  }),
  'people.moveYear': contractOf({
    summary: 'Moves the classes of a school up by one, once a school year.',
    effect: 'repeatable',
    input: v.strictObject({
      schoolId: IdSchema,
      year: YearSchema,
      lastGrade: LastGradeSchema,
      /** Posts of teachers who stay where they are and take the next class. */
      staying: v.pipe(v.array(IdSchema), v.maxLength(100)),
    }),
    output: v.object({ doneAt: MomentSchema }),
  }),
  'people.showLeave': contractOf({
    summary: 'What somebody would leave behind, and who could take it over; changes nothing.',
    effect: 'read',
    input: v.strictObject({ postId: IdSchema, toPostId: v.optional(IdSchema) }),
    output: LeaveSchema,
  }),
  'people.leave': contractOf({
    summary: 'Ends a post and gives what its holder had to do to a successor.',
    effect: 'repeatable',
    input: v.strictObject({ postId: IdSchema, toPostId: IdSchema }),
    output: v.object({
      families: v.number(),
      visits: v.number(),
      /** Visits for which the successor had no place at that time: they stand as they were. */
      left: v.number(),
    }),
  }),
};
