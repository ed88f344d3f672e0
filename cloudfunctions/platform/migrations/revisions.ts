import { hotlines, services, type AnyCollection } from '../collections';
import { command } from '../database';
import type { Migration } from './migration';

/** Entries of the directory count their changes, so that two people who edit one do not undo each other. */
const countChanges = (id: string, collection: AnyCollection): Migration => ({
  id,
  collection,
  reads: ['rev'],
  change: ({ rev }) =>
    rev === undefined ? { set: { rev: 0 }, unless: { rev: command.exists(false) } } : undefined,
});

export const revisions = [
  countChanges('2026-11-26-services-rev', services),
  countChanges('2026-11-26-hotlines-rev', hotlines),
];
