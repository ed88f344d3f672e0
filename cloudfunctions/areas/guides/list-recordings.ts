import * as v from 'valibot';
import { AudioLanguageSchema, AudioStateSchema } from '@contract/recordings';
import { defineAction } from '../../platform/action';
import { guideVoices } from '../../platform/allow';
import { guideAudio } from '../../platform/collections';
import { command } from '../../platform/database';
import { countyOfVoice } from './guide-audio';

const pageSize = 60;

const RowSchema = v.object({
  _id: v.string(),
  guideId: v.string(),
  version: v.number(),
  language: AudioLanguageSchema,
  state: AudioStateSchema,
  by: v.string(),
  blocks: v.array(v.object({ block: v.number() })),
});

/** The caller's county, a page at a time; without the sounds. */
export const listRecordings = defineAction('guides.listRecordings', {
  allow: guideVoices,
  async handle({ caller, database }, { cursor }) {
    const county = countyOfVoice(caller);
    const found = await database.findParts(guideAudio, RowSchema, {
      where: { county, ...(cursor === undefined ? {} : { _id: command.gt(cursor) }) },
      order: [['_id', 'asc']],
      limit: pageSize + 1,
      fields: {
        ...{ _id: true, guideId: true, version: true, language: true, state: true, by: true },
        'blocks.block': true,
      },
    });
    const page = found.slice(0, pageSize);
    return {
      rows: page.map(({ guideId, version, language, state, by, blocks }) => ({
        ...{ guideId, version, language, state },
        recorded: blocks.length,
        mine: by === caller.openid,
      })),
      next: found.length > page.length ? page.at(-1)?._id : undefined,
    };
  },
});
