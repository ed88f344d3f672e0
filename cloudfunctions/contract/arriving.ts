import * as v from 'valibot';
import { contractOf } from './action';
import { EmptySchema, TownshipCodeSchema } from './shapes';

/** Where a family meets the code: on a wall, in the hand, on television, at the village committee. */
export const channels = [
  'poster',
  'leaflet',
  'television',
  'loudspeaker',
  'meeting',
  'group',
] as const;
export const ChannelSchema = v.picklist(channels);
export type Channel = v.InferOutput<typeof ChannelSchema>;

/** A township, or a whole county: its code and `000`. */
export const CampaignPlaceSchema = TownshipCodeSchema;

export const SourceSchema = v.strictObject({ channel: ChannelSchema, place: CampaignPlaceSchema });
export type Source = v.InferOutput<typeof SourceSchema>;

/**
 * What a mini program code hands to the page: `poster.990101001`. Channel and place and nothing
 * else, so it is the same for everybody who scans it. WeChat takes 32 characters.
 */
export const SceneSchema = v.pipe(
  v.string(),
  v.maxLength(32),
  v.transform((text) => {
    const [channel, place, ...rest] = text.split('.');
    return rest.length > 0 ? undefined : { channel, place };
  }),
  SourceSchema,
);

export const arriving = {
  'reach.noteArrival': contractOf({
    summary:
      'Counts somebody who comes by a code for the first time: once a person, for place and channel; who it was is not kept.',
    effect: 'repeatable',
    input: SourceSchema,
    output: EmptySchema,
  }),
};
