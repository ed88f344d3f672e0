import { messages, reads, threads, type MessageDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { isDuplicate } from '../../platform/errors';
import { blindIndex } from '../../platform/field-encryption';
import { deleteUnkept } from '../../platform/kept-files';
import { renamed } from '../../platform/message-body';

const atOnce = 50;

/** Deletes a child's threads with everything said in them; of what is evidence of harm an alert has a copy. */
export async function forgetThreads(database: Database, childId: string): Promise<void> {
  for (;;) {
    const found = await database.find(messages, {
      where: { childId },
      order: [['at', 'asc']],
      limit: atOnce,
    });
    if (found.length === 0) break;
    await deleteUnkept(
      database,
      found.flatMap(({ file }) => file ?? []),
    );
    await database.removeWhere(messages, { _id: command.in(found.map(({ _id }) => _id)) });
  }
  await database.removeWhere(reads, { childId });
  await database.removeWhere(threads, { childId });
}

/**
 * An account is gone: what it wrote stays with those it wrote to, as a letter does, under a name that
 * says nothing of who it was; its marks go. An alert has its own copy, with the name (PIPL
 * 47). Each step can be repeated: a copy has the same name at every try.
 */
export async function forgetWriter(database: Database, openid: string): Promise<void> {
  for (let after = ''; ;) {
    const found = await database.find(messages, {
      where: { by: openid, _id: command.gt(after) },
      order: [['_id', 'asc']],
      limit: atOnce,
    });
    for (const message of found) await forgetName(database, message);
    if (found.length < atOnce) break;
    after = found.at(-1)?._id ?? '';
  }
  await database.removeWhere(reads, { openid });
}

async function forgetName(database: Database, message: MessageDocument): Promise<void> {
  const { _id } = message;
  try {
    await database.add(messages, renamed(message, `gone_${blindIndex('gone-message', _id)}`));
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  await database.removeWhere(messages, { _id });
}
