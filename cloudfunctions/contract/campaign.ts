import * as v from 'valibot';
import { contractOf } from './action';
import { CampaignPlaceSchema, ChannelSchema } from './arriving';
import { EmptySchema } from './shapes';
import { TensSchema } from './tens';

/** How many came by one way in a month, ten at least. */
const CameSchema = v.object({ channel: ChannelSchema, people: TensSchema });
export type Came = v.InferOutput<typeof CameSchema>;

const MonthSchema = v.object({
  /** `2026-11` */
  month: v.string(),
  /** Places and ways that ten or more came by; of all others fewer did, or nobody. */
  places: v.array(v.object({ place: CampaignPlaceSchema, came: v.array(CameSchema) })),
});
export type ArrivalMonth = v.InferOutput<typeof MonthSchema>;

export const campaign = {
  'reach.drawCode': contractOf({
    summary: 'The mini program code of a place and a channel, as a picture.',
    effect: 'read',
    input: v.strictObject({ channel: ChannelSchema, place: CampaignPlaceSchema }),
    output: v.object({
      /** Base64; WeChat decides whether it is PNG or JPEG. */
      image: v.string(),
    }),
  }),
  'reach.showArrivals': contractOf({
    summary:
      'How many people came for the first time by which code, by month that is over, in whole tens.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({ months: v.array(MonthSchema) }),
  }),
};
