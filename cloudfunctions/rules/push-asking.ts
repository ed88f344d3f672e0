import { templatesAtOnce, type PushState, type PushTemplate } from '@contract/push';
import { dayMs } from './dates';

/** Whoever said no is not asked again for so long; they find the page where they can say yes. */
const silentMs = 14 * dayMs;

/** How many messages somebody will want by a template: two reminders of each visit, else one. */
const wantedOf = ({ template, coming }: PushState) => (template === 'reminder' ? coming : 1);

/** Messages that will come and cannot be sent as it stands. */
export const missingOf = (state: PushState): number => Math.max(0, wantedOf(state) - state.credits);

/**
 * For which templates somebody is asked at such a place, in one question of WeChat's: only where the
 * stock is short, the operator has set the template up and WeChat has not stopped it, and not where
 * they have said no lately.
 */
export function worthAsking(
  pushes: readonly PushState[],
  wanted: readonly PushTemplate[],
  now: number,
): PushState[] {
  return wanted
    .flatMap((template) => pushes.find((state) => state.template === template) ?? [])
    .filter((state) => state.templateId !== undefined && missingOf(state) > 0)
    .filter(
      ({ answer, askedAt = 0 }) =>
        answer !== 'ban' && !(answer === 'reject' && now - askedAt < silentMs),
    )
    .slice(0, templatesAtOnce);
}
