import type { Progress } from '@contract/reading';

export type Stage = 'started' | 'finished';
export interface GuideStage {
  guideId: string;
  stage: Stage;
}

/**
 * How far somebody is with the guides of a course: begun, or finished, which is heard to the end
 * and the question answered; answering counts the blocks before it as read. What was not opened is
 * not in the list. Which answer it was is nobody's business.
 */
export function stagesOf(guides: readonly string[], progress: readonly Progress[]): GuideStage[] {
  return guides.flatMap((guideId) => {
    const item = progress.find((one) => one.guideId === guideId);
    if (!item) return [];
    return [{ guideId, stage: item.answered === undefined ? 'started' : 'finished' }];
  });
}

interface InCourse {
  id: string;
  version: number;
  blocks: number;
}

/** Whether a guide of a course is done in the text that is shown now. */
export function isFinished(guide: InCourse, progress: readonly Progress[]): boolean {
  const item = progress.find(({ guideId }) => guideId === guide.id);
  return (
    item?.version === guide.version && item.blocks >= guide.blocks && item.answered !== undefined
  );
}

/** Where somebody stands in a course: how many are done, and which comes next. */
export function standingIn<Guide extends InCourse>(
  guides: readonly Guide[],
  progress: readonly Progress[],
): { done: number; next: Guide | undefined; finished: boolean } {
  const open = guides.filter((guide) => !isFinished(guide, progress));
  return {
    done: guides.length - open.length,
    next: open[0],
    finished: guides.length > 0 && open.length === 0,
  };
}
