import { makeSlots } from '../cloudfunctions/areas/booking/make-slots';
import {
  announcements,
  arrivalTallies,
  appointments,
  children,
  desks,
  due,
  dutyRoster,
  figures,
  messages,
  reads,
  threads,
  timeline,
  counsellors,
  guides,
  guideTallies,
  homeVisits,
  people,
  posts,
  screeningForms,
  screenings,
  settings,
  slots,
  tallies,
  waitlist,
  weeks,
  type AnyCollection,
  type DocumentOf,
} from '../cloudfunctions/platform/collections';
import {
  hotlines,
  regions,
  schools,
  services,
} from '../cloudfunctions/platform/collections/directory';
import { Database } from '../cloudfunctions/platform/database';
import { buildCounty, type BuildOptions, type CountyDocuments } from './build';

export type { Size } from './size';

export interface SeedSummary {
  /** False when the county was there already: nothing was written then. */
  seeded: boolean;
  /** How many documents were written, by collection; `slots` counts those the job made as well. */
  written: Record<string, number>;
}

const insertedAtOnce = 100;

/**
 * Writes the demonstration county through the SDK to wherever the environment points, once.
 * The first township is written last: it says that the county is complete.
 * @throws Error when an earlier run was cut short half-way.
 */
export async function seedDemo(options: BuildOptions): Promise<SeedSummary> {
  const database = new Database();
  const county = buildCounty(options);
  const [first, ...otherTownships] = county.regions;
  if (!first) throw new Error('the county has no townships');
  if (await database.get(regions, first._id)) return { seeded: false, written: {} };
  const begun = otherTownships[0] && (await database.get(regions, otherTownships[0]._id));
  if (begun) {
    throw new Error('An earlier seeding was cut short. Empty the data folder and seed again.');
  }
  const written = await writeAll(database, { ...county, regions: otherTownships });
  written[slots.name] = (written[slots.name] ?? 0) + (await makeSlots(database, options.now));
  await database.add(regions, first);
  written[regions.name] = county.regions.length;
  return { seeded: true, written };
}

async function writeAll(
  database: Database,
  county: CountyDocuments,
): Promise<Record<string, number>> {
  const written: Record<string, number> = {};
  async function write<C extends AnyCollection>(to: C, list: DocumentOf<C>[]): Promise<void> {
    for (let at = 0; at < list.length; at += insertedAtOnce) {
      await database.addMany(to, list.slice(at, at + insertedAtOnce));
    }
    written[to.name] = list.length;
  }
  // Townships go first, so that a run that is cut short leaves a trace.
  await write(regions, county.regions);
  await write(services, county.services);
  await write(hotlines, county.hotlines);
  await write(schools, county.schools);
  await write(guides, county.guides);
  await write(guideTallies, county.guideTallies);
  await write(figures, county.figures);
  await write(counsellors, county.counsellors);
  await write(settings, county.settings);
  await write(screeningForms, county.screeningForms);
  await write(screenings, county.screenings);
  await write(homeVisits, county.homeVisits);
  await write(people, county.people);
  await write(posts, county.posts);
  await write(dutyRoster, county.dutyRoster);
  await write(children, county.children);
  await write(appointments, county.appointments);
  await write(tallies, county.tallies);
  await write(arrivalTallies, county.arrivalTallies);
  await write(slots, county.slots);
  await write(waitlist, county.waitlist);
  await write(timeline, county.timeline);
  await write(due, county.due);
  await write(weeks, county.weeks);
  await write(announcements, county.announcements);
  await write(messages, county.messages);
  await write(reads, county.reads);
  await write(desks, county.desks);
  await write(threads, county.threads);
  return written;
}
