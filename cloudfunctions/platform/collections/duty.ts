import * as v from 'valibot';
import { lineFaults } from '@contract/safeguarding-for-all';
import { defineCollection, type DocumentOf } from './collection';

const OnDutySchema = v.object({ openid: v.string(), postId: v.string() });

/** `dutyRoster/{county}_{Monday}`: who is on duty when. One document a week: an S3 reads it once. */
export const dutyRoster = defineCollection({
  name: 'dutyRoster',
  schema: v.object({
    _id: v.string(),
    county: v.string(),
    week: v.string(),
    shifts: v.array(
      v.object({
        id: v.string(),
        day: v.string(),
        from: v.number(),
        to: v.number(),
        duty: OnDutySchema,
        standIn: v.nullable(OnDutySchema),
        /** Somebody was asked to take it over. */
        swap: v.nullable(OnDutySchema),
      }),
    ),
    rev: v.number(),
  }),
  indexes: [{ name: 'week', fields: [['week', 1]] }],
});
export type DutyRosterDocument = DocumentOf<typeof dutyRoster>;

/** What safeguarding looked at itself; apart from `accessLog`, which a child's guardians read. */
export const safeguardingLog = defineCollection({
  name: 'safeguardingLog',
  schema: v.object({
    _id: v.string(),
    viewer: v.string(),
    postId: v.string(),
    what: v.picklist(['show', 'listen', 'export', 'heads', 'corrections']),
    /** The alert or recording; empty for what is about none. */
    ref: v.string(),
    at: v.number(),
  }),
  indexes: [
    { name: 'at', fields: [['at', 1]] },
    {
      name: 'ref_at',
      fields: [
        ['ref', 1],
        ['at', -1],
      ],
    },
  ],
});

/** `lineReports/{line}_{digest of who}`: somebody found a telephone line wrong; one a person. */
export const lineReports = defineCollection({
  name: 'lineReports',
  schema: v.object({
    _id: v.string(),
    lineId: v.string(),
    what: v.picklist(lineFaults),
    at: v.number(),
  }),
  indexes: [{ name: 'lineId', fields: [['lineId', 1]] }],
});
