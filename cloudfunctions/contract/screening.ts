import * as v from 'valibot';
import { contractOf } from './action';
import { ConsentStateSchema } from './enums';
import { DaySchema, EmptySchema, IdSchema, MomentSchema } from './shapes';

/** Who answers: an adult at home, or a teacher of the school. */
export const respondents = ['caregiver', 'teacher'] as const;
/** Sub-scales of the PSC-17: internalising, attention, externalising; and the total. */
export const scales = ['I', 'A', 'E', 'T'] as const;
/** Never, sometimes, often; null is a blank, and so is "I do not know". */
export const itemAnswers = [0, 1, 2] as const;
/** The separate question, which is not scored. `now`: he said or did it today. */
export const safetyAnswers = ['no', 'unsure', 'yes', 'now'] as const;
/** What the family is told: words, never a figure (instruments.md, "Result text"). */
export const advices = ['fine', 'talk', 'tooFewAnswers'] as const;
export const itemsPerForm = 17;

export const RespondentSchema = v.picklist(respondents);
export const SafetyAnswerSchema = v.picklist(safetyAnswers);
export const AdviceSchema = v.picklist(advices);
export const ItemAnswerSchema = v.nullable(v.picklist(itemAnswers));

export type Respondent = v.InferOutput<typeof RespondentSchema>;
export type Scale = (typeof scales)[number];
export type ItemAnswer = v.InferOutput<typeof ItemAnswerSchema>;
export type SafetyAnswer = v.InferOutput<typeof SafetyAnswerSchema>;
export type Advice = v.InferOutput<typeof AdviceSchema>;

const line = (characters: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(characters),
    v.regex(/^[^\p{Cc}\p{Cf}]+$/u),
  );
const points = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

/** From which figures on somebody should talk; one set for each who answers. */
export const CutoffsSchema = v.strictObject({
  I: points(10),
  A: points(10),
  E: points(14),
  T: points(34),
  /** Where the numbers come from. */
  source: line(200),
  /** For whom they were tried: shown to the counsellor beside every figure. */
  validatedFor: line(200),
});
export type Cutoffs = v.InferOutput<typeof CutoffsSchema>;

/**
 * The instrument as it is put before people. Which item belongs to which sub-scale is fixed by its
 * place (rules/screening.ts); text, notice and cut-offs are the operator's to load.
 */
const formFields = {
  /** `psc-17`. */
  id: IdSchema,
  version: v.pipe(v.string(), v.regex(/^[\w.-]{1,20}$/)),
  name: line(40),
  /** `zh-Hans`. */
  language: v.pipe(v.string(), v.regex(/^[A-Za-z-]{2,12}$/)),
  instruction: line(120),
  items: v.pipe(v.array(line(60)), v.length(itemsPerForm)),
  /** Holder and licence, as the form itself states them. */
  notice: line(300),
  /** Where the text was taken from. */
  source: line(200),
  cutoffs: v.strictObject({ caregiver: CutoffsSchema, teacher: CutoffsSchema }),
};
export const ScreeningFormSchema = v.strictObject({
  ...formFields,
  /** Working text for trying things out: never shown outside of a demonstration. */
  placeholder: v.boolean(),
});
export type ScreeningForm = v.InferOutput<typeof ScreeningFormSchema>;

/** What an operator may load: the official text, never a placeholder. */
export const OfficialFormSchema = v.strictObject({ ...formFields, placeholder: v.literal(false) });

/** As much of it as whoever answers needs: no cut-offs on a phone at home. */
export const ShownFormSchema = v.object({
  id: formFields.id,
  version: formFields.version,
  instruction: v.string(),
  items: v.array(v.string()),
  notice: v.string(),
  source: v.string(),
  placeholder: v.boolean(),
});
export type ShownForm = v.InferOutput<typeof ShownFormSchema>;

const SummarySchema = v.object({
  id: formFields.id,
  version: formFields.version,
  name: v.string(),
  source: v.string(),
  placeholder: v.boolean(),
  loadedAt: MomentSchema,
});

export const FiguresSchema = v.object({
  I: v.number(),
  A: v.number(),
  E: v.number(),
  T: v.number(),
  blanks: v.number(),
});
export type Figures = v.InferOutput<typeof FiguresSchema>;

const WhoSchema = { childId: IdSchema, as: RespondentSchema };

export const screening = {
  'guides.showScreening': contractOf({
    summary: 'Whether the questions can be asked about a child now, and their text.',
    effect: 'read',
    input: v.strictObject(WhoSchema),
    output: v.object({
      now: MomentSchema,
      nickname: v.string(),
      offer: v.variant('state', [
        v.object({ state: v.literal('open'), form: ShownFormSchema }),
        /** No official form has been loaded. */
        v.object({ state: v.literal('notOffered') }),
        v.object({ state: v.literal('otherAge') }),
        /** No guardian has agreed; how it stands. */
        v.object({ state: v.literal('consent'), consent: ConsentStateSchema }),
        /** Asked within the last ninety days; the first day on which it may be again. */
        v.object({ state: v.literal('done'), again: DaySchema }),
      ]),
    }),
  }),
  'guides.submitScreening': contractOf({
    summary: 'Takes the answers, keeps sub-totals only, and gives one sentence of advice back.',
    effect: 'write',
    input: v.strictObject({
      ...WhoSchema,
      formId: formFields.id,
      version: formFields.version,
      answers: v.pipe(v.array(ItemAnswerSchema), v.length(itemsPerForm)),
      safety: SafetyAnswerSchema,
    }),
    output: v.object({ advice: AdviceSchema }),
  }),
  'guides.showScreeningFigures': contractOf({
    summary:
      'Sub-totals for the counsellor of a visit of that child, with where the cut-offs are from.',
    effect: 'read',
    input: v.strictObject({ appointmentId: IdSchema }),
    output: v.object({
      now: MomentSchema,
      screenings: v.array(
        v.object({
          nickname: v.string(),
          respondent: RespondentSchema,
          at: MomentSchema,
          formName: v.string(),
          version: v.string(),
          placeholder: v.boolean(),
          figures: FiguresSchema,
          cutoffs: CutoffsSchema,
          /** Sub-scales at or above their cut-off. */
          reached: v.array(v.picklist(scales)),
          safety: SafetyAnswerSchema,
        }),
      ),
    }),
  }),
  'guides.showForm': contractOf({
    summary: 'Which form an administrator’s county uses.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({ form: v.optional(SummarySchema), offered: v.boolean() }),
  }),
  'guides.loadForm': contractOf({
    summary:
      'An administrator loads the official form with its notice and cut-offs for the county.',
    effect: 'write',
    input: v.strictObject({ form: OfficialFormSchema }),
    output: v.object({ form: SummarySchema, offered: v.boolean() }),
  }),
};
