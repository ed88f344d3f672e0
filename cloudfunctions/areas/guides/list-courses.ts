import { hasExpired } from '@rules/guide-review';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { guides } from '../../platform/collections';
import { command } from '../../platform/database';
import { courseTexts } from './courses';
import { RowSchema, shownFields, summaryOf } from './list-guides';

/** One round trip. A guide that nobody vouches for just now is left out; the course goes on without it. */
export const listCourses = defineAction('guides.listCourses', {
  allow: anyone,
  async handle({ database, now }) {
    const ids = [...new Set(courseTexts.flatMap((course) => course.guides))];
    const found = await database.findParts(guides, RowSchema, {
      where: { id: command.in(ids), status: 'published' },
      limit: ids.length,
      fields: shownFields,
    });
    return {
      courses: courseTexts
        .map((course) => ({
          ...course,
          guides: course.guides.flatMap((id) => {
            const row = found.find((one) => one.id === id && !hasExpired(one, now));
            return row ? [summaryOf(row, false)] : [];
          }),
        }))
        .filter((course) => course.guides.length > 0),
    };
  },
});
