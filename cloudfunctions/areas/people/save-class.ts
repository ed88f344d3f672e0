import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { schools } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { moveClass } from './move-class';
import { ownSchool, postsOf } from './own-school';
import { readClasses } from './read-classes';
import { renameInPost } from './rename-in-post';

export const saveClass = defineAction('people.saveClass', {
  allow: having('admin'),
  mostPerHour: 200,
  async handle({ caller, database, random }, { schoolId, from, name }) {
    const school = await ownSchool(database, caller, schoolId);
    const { list } = await readClasses(database, school);
    const there = list.some((one) => one.name === name);
    if (from === undefined) {
      if (there) return {};
      if (list.length >= limits.classesPerSchool) throw new ActionError('LIMIT_REACHED');
      await database.update(schools, schoolId, { classes: command.addToSet(name) });
      return {};
    }
    const before = list.find((one) => one.name === from);
    // Done already, by the same wish or somebody else's.
    if (!before && there) return {};
    // Two classes do not become one by a name.
    if (!before || there || school.moving) throw new ActionError('CANNOT_FOLLOW');
    await moveClass(database, { schoolId, from, to: name });
    for (const post of await postsOf(database, schoolId)) {
      if (!post.classes?.includes(from)) continue;
      await inTransaction(database, random, (transaction) =>
        renameInPost(transaction, post._id, (classes) =>
          classes.map((one) => (one === from ? name : one)),
        ),
      );
    }
    const classes = (school.classes ?? []).filter((one) => one !== from);
    await database.update(schools, schoolId, { classes: command.set([...classes, name]) });
    return {};
  },
});
