import type { AlertRow } from '@contract/safety';
import { isOverdue } from '@rules/alerts';
import { openEvidence } from '../../platform/alert-evidence';
import { alerts, regions, type AlertDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { decrypt, encrypt } from '../../platform/field-encryption';

const placeOf = (id: string) => ({ collection: alerts.name, id, field: 'holder' });

export const sealHolder = (id: string, name: string): string => encrypt(placeOf(id), name);

function holderOf({ _id, acceptedBy, holder }: AlertDocument, openid: string) {
  if (!acceptedBy) return undefined;
  const name = holder === null ? '' : decrypt(placeOf(_id), holder);
  return { name, role: acceptedBy.role, mine: acceptedBy.openid === openid };
}

/** Names of townships, for children without a school. One round trip, none where nobody needs it. */
export async function placeNames(
  database: Database,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) return new Map();
  const where = { _id: command.in(wanted) };
  const found = await database.find(regions, { where, limit: wanted.length });
  return new Map(found.map(({ _id, name }) => [_id, name]));
}

/** Alerts as a list shows them. One round trip where a child has no school. */
export async function viewRows(
  database: Database,
  found: readonly AlertDocument[],
  { openid, now }: { openid: string; now: number },
): Promise<AlertRow[]> {
  const opened = found.map((alert) => ({ alert, evidence: openEvidence(alerts, alert) }));
  const names = await placeNames(
    database,
    opened.flatMap(({ alert, evidence }) => (evidence.schoolName ? [] : [alert.township])),
  );
  return opened.map(({ alert, evidence }) => {
    const { _id: id, level, source, reason, state, at, acceptBy, raisedTo } = alert;
    return {
      ...{ id, level, source, reason, state, at, acceptBy, raisedTo },
      overdue: isOverdue(alert, now),
      acceptedBy: holderOf(alert, openid),
      nickname: evidence.nickname,
      placeName: evidence.schoolName ?? names.get(alert.township) ?? '',
      followUpAt: alert.followUpAt ?? undefined,
      confirmBy: state === 'secondLook' ? alert.confirmBy : undefined,
    };
  });
}

export async function viewRow(
  database: Database,
  alert: AlertDocument,
  viewer: { openid: string; now: number },
): Promise<AlertRow> {
  const [row] = await viewRows(database, [alert], viewer);
  if (!row) throw new Error('a row for each alert');
  return row;
}
