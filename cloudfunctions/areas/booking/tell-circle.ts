import type { NoticeKind } from '@contract/enums';
import type { AppointmentDocument, ChildDocument } from '../../platform/collections';
import type { Transaction } from '../../platform/transaction';
import { openDetails } from './appointments';

type Adults = ChildDocument['circle'];

/** The children of a visit: one, or two of one family. */
export type Children = readonly [ChildDocument, ...ChildDocument[]];

/** The adults around the children of a visit, each once. */
export function circleOf(children: readonly ChildDocument[]): Adults {
  const all = children.flatMap(({ circle }) => circle);
  return all.filter(({ openid }, at) => all.findIndex((one) => one.openid === openid) === at);
}

/** Whether somebody is in the circle of any of these children. */
export const isAround = (children: readonly ChildDocument[], openid: string): boolean =>
  children.some(({ circle }) => circle.some((adult) => adult.openid === openid));

/** Tells the adults of a visit's circle, after the commit; `except`: who knows it, having done it. */
export function tellCircle(
  transaction: Transaction,
  kind: NoticeKind,
  appointment: AppointmentDocument,
  { adults, except }: { adults: Adults; except?: string },
): void {
  const { _id: appointmentId, childId, start, placeName } = appointment;
  transaction.tell({
    to: adults.map(({ openid }) => openid).filter((openid) => openid !== except),
    kind,
    ...{ childId, appointmentId, start, placeName },
    ...(appointment.consentUntil !== null && { until: appointment.consentUntil }),
    nickname: openDetails(appointment).nickname,
  });
}
