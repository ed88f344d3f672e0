import type { StaffRole } from '@contract/enums';
import type { Worker } from '@contract/safety';
import { onDutyNow, type Shift } from '@rules/duty';
import type { Context } from '../../platform/action';
import { countyAdministered, signedIn } from '../../platform/caller';
import { callerName } from '../../platform/caller-name';
import { alerts, type AlertDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { shiftsAround } from '../../platform/duty';
import { ActionError } from '../../platform/errors';

/** As whom somebody works for safeguarding. */
export interface Desk {
  openid: string;
  postId: string;
  role: StaffRole;
  name: string;
  county: string;
  /** Administrator of the county. */
  admin: boolean;
  /** On the roster of these weeks. */
  onRoster: boolean;
  shifts: readonly Shift[];
  /** Children whose circle they are in: they see nothing of those here. */
  children: string[];
}

type Asking = Pick<Context, 'caller' | 'database' | 'now'>;

/** The caller's post, and whether they are on the roster of last week, this one or the next. One round trip. */
export async function standAtDesk({ caller, database, now }: Asking): Promise<Desk> {
  const person = signedIn(caller);
  const { openid } = caller;
  const own = countyAdministered(caller);
  const admin = person.posts.find(
    ({ role, schoolId }) => role === 'admin' && schoolId === undefined,
  );
  const [first] = person.posts;
  if (!first) throw new ActionError('FORBIDDEN');
  const county = own ?? first.county;
  const shifts = await shiftsAround(database, county, now);
  const entry = shifts
    .flatMap(({ duty, standIn }) => (standIn ? [duty, standIn] : [duty]))
    .find((one) => one.openid === openid);
  const rostered = person.posts.find(({ id }) => id === entry?.postId);
  const { id: postId, role } = admin ?? rostered ?? first;
  return {
    ...{ openid, postId, role, county, shifts, name: callerName(caller) ?? '' },
    ...{ admin: admin !== undefined, onRoster: rostered !== undefined },
    children: person.children.map(({ id }) => id),
  };
}

/** The same, for what only the roster and administrators may see. @throws ActionError FORBIDDEN */
export async function sitAtDesk(context: Asking): Promise<Desk> {
  const desk = await standAtDesk(context);
  if (!mayLook(desk)) throw new ActionError('FORBIDDEN');
  return desk;
}

const mayLook = ({ admin, onRoster }: Desk) => admin || onRoster;

export const workerOf = ({ name, role }: Desk): Worker => ({ name, role });

/** What a query of alerts or recordings leaves out for whoever sits here. */
export const seenAt = ({ openid, county, children }: Desk) => ({
  county,
  keptFrom: command.nin([openid]),
  ...(children.length > 0 && { childId: command.nin([...children]) }),
});

/** Whether whoever sits here may see this one at all. */
export function sees(
  { openid, county, children }: Desk,
  thing: Pick<AlertDocument, 'county' | 'keptFrom' | 'childId'>,
): boolean {
  return (
    thing.county === county && !thing.keptFrom.includes(openid) && !children.includes(thing.childId)
  );
}

export const isHolder = ({ openid }: Desk, { acceptedBy }: AlertDocument) =>
  acceptedBy?.openid === openid;

/**
 * The desk and one alert; side by side. Whoever has an alert keeps it when their weeks of duty are over.
 * @throws ActionError FORBIDDEN for whoever is not of safeguarding, whether there is such an alert or
 * not; NOT_FOUND for what they may not see.
 */
export async function openAlert(
  context: Asking,
  alertId: string,
): Promise<{ desk: Desk; alert: AlertDocument }> {
  const [desk, alert] = await Promise.all([
    standAtDesk(context),
    context.database.get(alerts, alertId),
  ]);
  if (!mayLook(desk) && !(alert && isHolder(desk, alert) && sees(desk, alert))) {
    throw new ActionError('FORBIDDEN');
  }
  if (!alert || !sees(desk, alert)) throw new ActionError('NOT_FOUND');
  return { desk, alert };
}

/** Whether they are on duty at this moment. */
export const isOnDuty = ({ openid, shifts }: Desk, now: number): boolean =>
  onDutyNow(shifts, now).people.some((one) => one.openid === openid);
