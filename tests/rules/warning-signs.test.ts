import { leadOf, urgencies, warningSigns, watchers } from '@rules/warning-signs';
import { libraryTexts } from '../../cloudfunctions/areas/guides/library';
import { signs } from '@/wording/signs';

const library = new Map(libraryTexts().map((guide) => [guide.id, guide]));

describe.each(watchers)('signs that a %s may notice', (watcher) => {
  const list = warningSigns[watcher];

  test('are ten to twelve, each once, each with a word', () => {
    expect(list.length).toBeGreaterThanOrEqual(10);
    expect(list.length).toBeLessThanOrEqual(12);
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    for (const { id } of list) expect(signs.names[id].length).toBeGreaterThan(0);
  });

  test('lead to a guide that exists and is written for them', () => {
    for (const { guideId } of list) expect(library.get(guideId)?.audience).toBe(watcher);
  });

  test('of danger lead to a guide about a crisis, with telephone lines; the others do not', () => {
    for (const { guideId, urgency } of list) {
      const guide = library.get(guideId);
      expect([guideId, guide?.crisisRelated]).toEqual([guideId, urgency === 'danger']);
      if (urgency !== 'danger') continue;
      expect(guide?.nextSteps.some(({ kind }) => kind === 'call')).toBe(true);
    }
  });

  test('come out with the most urgent first, whatever the order of the taps', () => {
    const all = list.map(({ id }) => id);
    for (const chosen of [all, [...all].reverse()]) {
      const { urgency, guideIds } = leadOf(watcher, chosen);
      expect(urgency).toBe('danger');
      const order = guideIds.map((guideId) =>
        urgencies.indexOf(list.find((sign) => sign.guideId === guideId)?.urgency ?? 'watch'),
      );
      expect(order).toEqual([...order].sort());
    }
  });
});

test('one sign leads to one guide, two of the same guide to it once', () => {
  expect(leadOf('caregiver', ['noSchool', 'bellyache'])).toEqual({
    urgency: 'soon',
    guideIds: ['c7-not-to-school'],
  });
});

test('nothing chosen, or what nobody knows, leads nowhere', () => {
  expect(leadOf('caregiver', [])).toEqual({ urgency: undefined, guideIds: [] });
  expect(leadOf('caregiver', ['hurt', 'never-was']).guideIds).toEqual([]);
});
