import {
  children,
  counsellors,
  people,
  posts,
  schools,
  services,
  slots,
  type CounsellorDocument,
  type SlotDocument,
} from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/database';
import type { LocalCloudOptions } from '../../../local-cloud';
import { at, monday, setClock } from './clock';
import * as documents from './documents';
import { captureLog, type CapturedLog } from './log';
import type { Person } from './person';
import { startTestCloud, type TestCloud } from './test-cloud';

/** A person with a child, ready to book. */
export interface Booker extends Person {
  childId: string;
}

/** A small county in a cloud of its own, for one test file. Its clock stands on a Monday at eight. */
export class Scenario {
  private families = 0;

  private constructor(
    readonly test: TestCloud,
    readonly log: CapturedLog,
  ) {}

  static async start(options: Partial<LocalCloudOptions> = {}): Promise<Scenario> {
    setClock(monday);
    const scenario = new Scenario(await startTestCloud(options), captureLog());
    const { database } = scenario.test;
    await database.addMany(schools, [documents.school, documents.otherSchool, documents.farSchool]);
    await database.add(services, documents.service);
    return scenario;
  }

  async close(): Promise<void> {
    await this.test.close();
    this.log.stop();
    jest.useRealTimers();
  }

  get database() {
    return this.test.database;
  }

  as(openid: string): Person {
    return this.test.as(openid);
  }

  /** A new adult with one child. */
  async family(part: Partial<documents.Family> = {}, throughInstances = false): Promise<Booker> {
    this.families += 1;
    const openid = part.openid ?? `adult-${this.families}`;
    const childId = part.childId ?? `child-${this.families}`;
    const family = documents.familyDocuments({ createdAt: monday, ...part, openid, childId });
    await this.database.addMany(people, [family.person, ...family.others]);
    await this.database.add(children, family.child);
    const person = throughInstances ? this.test.asThroughInstances(openid) : this.as(openid);
    return Object.assign(person, { childId });
  }

  /** A brother or sister, with the same adult. */
  async sibling(
    of: Booker,
    part: { childId: string; nickname: string; at?: typeof documents.school },
  ) {
    const family = { createdAt: monday, openid: of.openid, ...part };
    const { person, child } = documents.familyDocuments(family);
    await this.database.add(children, child);
    const entries = command.push(person.children);
    await this.database.update(people, of.openid, { children: entries });
  }

  /** An account that is a counsellor's. */
  async counsellor(openid: string, counsellorId = 'counsellor-one'): Promise<Person> {
    return this.staff({ openid, role: 'counsellor', name: '李老师', counsellorId });
  }

  /** Somebody with a post. */
  async staff(staff: documents.Staff): Promise<Person> {
    const { person, post } = documents.staffDocuments(staff);
    await this.database.add(people, person);
    await this.database.add(posts, post);
    return this.as(staff.openid);
  }

  /** A counsellor's week, from which the job makes places. */
  async week(part: Partial<CounsellorDocument> = {}): Promise<void> {
    await this.database.add(counsellors, documents.counsellorDocument(part));
  }

  /** Free places at these times of tomorrow; answers their ids. */
  async free(clocks: string[], wish: Omit<documents.SlotWish, 'start'> = {}): Promise<string[]> {
    return this.freeAt(
      clocks.map((clock) => at(clock)),
      wish,
    );
  }

  async freeAt(starts: number[], wish: Omit<documents.SlotWish, 'start'> = {}): Promise<string[]> {
    const list = starts.map((start) => documents.slotDocument({ ...wish, start }));
    await this.database.addMany(slots, list);
    return list.map((slot) => slot._id);
  }

  async slot(id: string): Promise<SlotDocument> {
    const slot = await this.database.get(slots, id);
    if (!slot) throw new Error(`there is no slot ${id}`);
    return slot;
  }

  /** Holds and books; answers the appointment. */
  async book(who: Booker, slotId: string) {
    await who.call('booking.holdSlot', { slotId, childId: who.childId });
    const worries = ['unhappy' as const];
    return who.call('booking.book', { slotId, childId: who.childId, worries });
  }
}
