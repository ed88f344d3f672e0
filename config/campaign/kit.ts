import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { channels, type Channel } from '../../cloudfunctions/contract/arriving';
import { sceneOf } from '../../cloudfunctions/rules/campaign';
import { papers } from '../../src/wording/papers';
import { groupTextOf, speechOf } from '../../src/wording/reach';
import type { Pack } from '../county/pack';
import type { Codes, Wanted } from './codes';
import { factsOf, placesOf, type Facts } from './facts';
import * as paper from './papers';
import type { Printer } from './print';

/** The page that every code of a campaign opens (cloudfunctions/areas/reach/draw-code.ts). */
const page = 'pages/home/index';

const wanted = (place: string, channel: Channel): Wanted => ({
  scene: sceneOf({ channel, place }),
  page,
});

/** Every code of a county's campaign: what is ordered from WeChat. */
export const codesOf = (pack: Pack): Wanted[] =>
  placesOf(pack).flatMap(({ code }) => channels.map((channel) => wanted(code, channel)));

const make: Record<Channel, (facts: Facts, code: paper.Code) => paper.Paper> = {
  poster: paper.poster,
  leaflet: paper.leaflet,
  television: paper.television,
  loudspeaker: paper.loudspeakerSheet,
  meeting: paper.meeting,
  group: paper.groupCard,
};

/** The kit of each place; answers the files that were written. */
export async function writeKit(
  pack: Pack,
  codes: Codes,
  printer: Printer,
  out: string,
  only?: string,
): Promise<string[]> {
  const files: string[] = [];
  for (const place of placesOf(pack)) {
    if (only !== undefined && ![place.code, place.name].includes(only)) continue;
    const folder = path.join(out, place.folder);
    const facts = factsOf(pack, place);
    for (const channel of channels) {
      const picture = codes.of(wanted(place.code, channel));
      const sheet = make[channel](facts, { picture, sample: codes.sample });
      files.push(await printer.print(folder, sheet));
    }
    files.push(...writeTexts(facts, folder));
  }
  return files;
}

function writeTexts({ place, talk }: Facts, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const texts = [
    [papers.speech, speechOf(place.name, talk[0]?.number ?? '')],
    [papers.groupText, groupTextOf(place.name)],
  ] as const;
  return texts.map(([name, text]) => {
    const file = path.join(folder, name);
    writeFileSync(file, `${text}\n`);
    return file;
  });
}
