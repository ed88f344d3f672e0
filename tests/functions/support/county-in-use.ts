import type { ReviewerCode } from '@contract/guides';
import { consentVersions } from '@contract/consent';
import { purposes, type StaffRole } from '@contract/enums';
import { invitePosts } from '../../../config/county/invite';
import type { Pack } from '../../../config/county/pack';
import { draftText } from './desk-guides';
import type { Person } from './person';
import { setupCode, type TestCloud } from './test-cloud';

/**
 * A county from the first administrator to a family: only the program's own actions and what stands
 * in the pack. Nobody but the pack says who works there.
 */
export class CountyInUse {
  private constructor(
    readonly cloud: TestCloud,
    readonly pack: Pack,
    readonly admin: Person,
    private readonly staff: { role: StaffRole; name: string; person: Person }[],
  ) {}

  /** The first administrator takes the system over; everybody else comes in by a code of the pack. */
  static async begin(cloud: TestCloud, pack: Pack, now: number): Promise<CountyInUse> {
    const admin = cloud.as('wx-first');
    const first = pack.posts.find(({ value }) => value.role === 'admin')?.value.name ?? '';
    await admin.call('account.claimSystem', { code: setupCode, name: first });
    const { invited } = await invitePosts(cloud.database, pack, now);
    const staff = [];
    for (const [at, { post, code }] of invited.entries()) {
      const person = cloud.as(`wx-staff-${at}`);
      await person.call('account.acceptInvitation', { code });
      staff.push({ role: post.role, name: post.name, person });
    }
    return new CountyInUse(cloud, pack, admin, staff);
  }

  /** The first, second … of the staff with this role. */
  one(role: StaffRole, at = 0): Person {
    const found = this.staff.filter((each) => each.role === role)[at];
    if (!found) throw new Error(`the pack has no ${role} ${at}`);
    return found.person;
  }

  /** A counsellor's week at the first service that is booked, and the places that the job makes of it. */
  async openWeek(): Promise<void> {
    const counsellor = this.one('counsellor');
    const service = this.pack.services.find(({ value }) => value.ways.includes('book'))?.value;
    const { rev, hours } = await counsellor.call('booking.showAvailability', {});
    const spans = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 9 * 60, to: 12 * 60 }));
    const place = {
      ...{ id: 'room', kind: 'school' as const, serviceId: service?.id ?? '', spans },
      ...{ schoolId: this.schoolId, sessionMinutes: 40, bufferMinutes: 10, seats: 1 },
    };
    await counsellor.call('booking.setAvailability', { rev, hours: { ...hours, places: [place] } });
    await this.cloud.runJobs();
  }

  /** The school of the first teacher, and its township. */
  get schoolId(): string {
    return this.pack.posts.find(({ value }) => value.role === 'teacher')?.value.schoolId ?? '';
  }
  get township(): string {
    const school = this.pack.schools.find(({ value }) => value.id === this.schoolId)?.value;
    const { townships } = this.pack.county;
    return townships.find(({ name }) => name === school?.township)?.code ?? '';
  }

  /** A mother with a child at that school, who has agreed to everything. */
  async family(): Promise<{ mother: Person; childId: string }> {
    const mother = this.cloud.as('wx-mother');
    await mother.call('account.signIn', { role: 'parent', township: this.township });
    const { id: childId } = await mother.call('family.addChild', {
      ...{ nickname: '小谷', birthYear: 2017, birthMonth: 4, schoolId: this.schoolId },
      relation: 'mother',
    });
    const choices = purposes.map((purpose) => ({
      ...{ purpose, agree: true, version: consentVersions[purpose] },
    }));
    await mother.call('account.giveConsent', { childId, choices });
    return { mother, childId };
  }

  /** Written by one, signed by two others, published by the administrator, as in life. */
  async publishGuide(): Promise<string> {
    const { admin } = this;
    const guideId = 'c2-three-small-things';
    const [writer, clinician, teacher] = [
      this.one('counsellor'),
      this.one('counsellor', 1),
      this.one('teacher'),
    ];
    await this.trust('counsellor', 1, 'C');
    await this.trust('teacher', 0, 'T');
    const { guide } = await writer.call('guides.showDraft', { guideId, version: 1 });
    const which = await writer.call('guides.saveDraft', {
      base: { guideId, version: 1, rev: guide.rev },
      text: draftText(),
      submit: true,
    });
    if (which.state !== 'submitted') throw new Error(which.state);
    const version = { guideId: which.guideId, version: which.version };
    const sign = (code: ReviewerCode) => ({ kind: 'sign' as const, code });
    await clinician.call('guides.review', { ...version, decision: sign('C') });
    await teacher.call('guides.review', { ...version, decision: sign('T') });
    await admin.call('guides.publish', { ...version, regions: [this.pack.county.code] });
    return which.guideId;
  }

  private async trust(role: StaffRole, at: number, code: ReviewerCode): Promise<void> {
    const name = this.staff.filter((each) => each.role === role)[at]?.name;
    const { posts } = await this.admin.call('account.listStaff', {});
    const postId = posts.find((post) => post.name === name)?.id ?? '';
    const signs = { codes: [code], title: '审稿老师', organisation: '县医院' };
    await this.admin.call('guides.setReviewer', { postId, signs });
  }
}
