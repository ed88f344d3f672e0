import { randomBytes } from 'node:crypto';

/** A new document id: 32 hex digits, as WeChat Cloud makes them. */
export const newId = (): string => randomBytes(16).toString('hex');
