/** Consents and messages in the local cloud's own data: they survive a restart and `kill -9`. */
import * as v from 'valibot';
import type { Statements } from '../database/statements';
import type { MessageTemplate } from './options';

/** A subscription message on a simulated phone. */
export interface PhoneMessage {
  /** Digits; above 2^53, as WeChat's. */
  id: string;
  openid: string;
  templateId: string;
  title: string;
  fields: { name: string; label: string; value: string }[];
  /** Where a tap leads, with its query; null: nowhere. */
  page: string | null;
  /** Milliseconds since 1970, by the cloud's clock. */
  sentAt: number;
  read: boolean;
}

/** What the person keeps for all further questions (总是保持以上选择，不再询问). */
export type Standing = 'accept' | 'reject';

const FIRST_ID = 3_000_000_000_000_000_000n;
const fieldsSchema = v.array(v.object({ name: v.string(), label: v.string(), value: v.string() }));

const TABLES = [
  `CREATE TABLE IF NOT EXISTS wx_credit(openid TEXT NOT NULL, template TEXT NOT NULL, credits INTEGER NOT NULL,
    standing TEXT NOT NULL DEFAULT '', PRIMARY KEY(openid, template)) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS wx_message(seq INTEGER PRIMARY KEY AUTOINCREMENT, openid TEXT NOT NULL, template TEXT NOT NULL,
    title TEXT NOT NULL, fields TEXT NOT NULL, page TEXT NOT NULL, sent INTEGER NOT NULL, read INTEGER NOT NULL)`,
  'CREATE INDEX IF NOT EXISTS wx_message_person ON wx_message(openid, seq)',
];
const COLUMNS = 'seq, openid, template, title, fields, page, sent, read';

const idOf = (seq: unknown) => String(FIRST_ID + BigInt(Number(seq)));

export class Ledger {
  constructor(
    private readonly statements: Statements,
    private readonly now: () => number,
    /** May throw, as a full disk does. */
    private readonly onWrite: () => void,
  ) {
    for (const table of TABLES) statements.run(table);
  }

  credits(openid: string, templateId: string): number {
    const row = this.statements.row(
      'SELECT credits FROM wx_credit WHERE openid=? AND template=?',
      openid,
      templateId,
    );
    return Number(row?.[0] ?? 0);
  }

  /** Adds consents; a long-term one is there or not. */
  grant(openid: string, template: MessageTemplate, times: number): void {
    const most = template.kind === 'longTerm' ? 1 : Number.MAX_SAFE_INTEGER;
    this.write(() =>
      this.statements.run(
        `INSERT INTO wx_credit(openid, template, credits) VALUES(?,?,?)
          ON CONFLICT(openid, template) DO UPDATE SET credits=min(credits+excluded.credits, ?)`,
        openid,
        template.id,
        Math.min(times, most),
        most,
      ),
    );
  }

  standing(openid: string, templateId: string): Standing | null {
    const row = this.statements.row(
      'SELECT standing FROM wx_credit WHERE openid=? AND template=?',
      openid,
      templateId,
    );
    return row?.[0] === 'accept' || row?.[0] === 'reject' ? row[0] : null;
  }

  /** Keeps an answer for good. A refusal takes back the consents that were left. */
  keep(openid: string, templateId: string, standing: Standing): void {
    this.write(() =>
      this.statements.run(
        `INSERT INTO wx_credit(openid, template, credits, standing) VALUES(?,?,0,?)
          ON CONFLICT(openid, template) DO UPDATE SET standing=excluded.standing,
          credits=CASE excluded.standing WHEN 'reject' THEN 0 ELSE credits END`,
        openid,
        templateId,
        standing,
      ),
    );
  }

  /** Takes one consent and puts the message on the phone, both or neither. Returns its id, or null without a consent. */
  send(
    openid: string,
    template: MessageTemplate,
    fields: PhoneMessage['fields'],
    page: string | null,
  ): string | null {
    return this.write(() => {
      const taken = this.statements.row(
        `UPDATE wx_credit SET credits=credits-? WHERE openid=? AND template=? AND credits>0 RETURNING credits`,
        template.kind === 'longTerm' ? 0 : 1,
        openid,
        template.id,
      );
      if (!taken) return null;
      const [seq] =
        this.statements.row(
          'INSERT INTO wx_message(openid, template, title, fields, page, sent, read) VALUES(?,?,?,?,?,?,0) RETURNING seq',
          openid,
          template.id,
          template.title,
          JSON.stringify(fields),
          page ?? '',
          Math.round(this.now()),
        ) ?? [];
      return idOf(seq);
    });
  }

  /** Newest first. */
  messages(openid?: string): PhoneMessage[] {
    const rows =
      openid === undefined
        ? this.statements.rows(`SELECT ${COLUMNS} FROM wx_message ORDER BY seq DESC`)
        : this.statements.rows(
            `SELECT ${COLUMNS} FROM wx_message WHERE openid=? ORDER BY seq DESC`,
            openid,
          );
    return rows.map(([seq, owner, templateId, title, fields, page, sent, read]) => ({
      id: idOf(seq),
      openid: String(owner),
      templateId: String(templateId),
      title: String(title),
      fields: v.parse(fieldsSchema, JSON.parse(String(fields))),
      page: page === '' ? null : String(page),
      sentAt: Number(sent),
      read: read === 1,
    }));
  }

  /** Marks a person's messages as read, all of them without `ids`. Returns how many were not before. */
  markRead(openid: string, ids?: readonly string[]): number {
    const unread = this.messages(openid).filter(
      ({ id, read }) => !read && (ids?.includes(id) ?? true),
    );
    this.write(() => {
      for (const { id } of unread)
        this.statements.run(
          'UPDATE wx_message SET read=1 WHERE seq=?',
          Number(BigInt(id) - FIRST_ID),
        );
    });
    return unread.length;
  }

  private write<T>(work: () => T): T {
    return this.statements.atomically(() => {
      const result = work();
      this.onWrite();
      return result;
    });
  }
}
