import { audiences, type GuideText } from '../../cloudfunctions/contract/guides';

/** The library holds at least this many guides. */
export const fewestGuides = 26;

/** What is wrong between guides: `[id, fault]`. */
export function libraryFaults(guides: GuideText[]): [id: string, fault: string][] {
  const byId = new Map(guides.map((guide) => [guide.id, guide]));
  const faults = guides.flatMap((guide): [string, string][] =>
    [...pairFaults(guide, byId), ...linkFaults(guide, byId), ...titleFaults(guide, guides)].map(
      (fault) => [guide.id, fault],
    ),
  );
  if (guides.length < fewestGuides) {
    faults.push(['library', `${guides.length} guides: at least ${fewestGuides}`]);
  }
  for (const audience of audiences) {
    const some = guides.some((guide) => guide.audience === audience);
    if (!some) faults.push(['library', `nothing for ${audience}`]);
  }
  return faults;
}

/** Two halves name each other, one for who looks after the child, one for who is away. */
function pairFaults(guide: GuideText, byId: Map<string, GuideText>): string[] {
  if (guide.otherHalf === undefined) return [];
  const half = byId.get(guide.otherHalf);
  if (!half) return [`its other half ${guide.otherHalf} is not there`];
  const pair = [guide.audience, half.audience].sort().join();
  return [
    ...(half.otherHalf === guide.id ? [] : [`${half.id} does not name it as its other half`]),
    ...(pair === 'caregiver,parent' ? [] : ['halves are one for caregivers and one for parents']),
    ...(guide.crisisRelated === half.crisisRelated ? [] : ['only one of two halves is a crisis']),
  ];
}

function linkFaults(guide: GuideText, byId: Map<string, GuideText>): string[] {
  return guide.nextSteps.flatMap((step) => {
    if (step.kind !== 'guide') return [];
    if (step.guideId === guide.id) return ['it leads to itself'];
    return byId.has(step.guideId) ? [] : [`it leads to ${step.guideId}, which is not there`];
  });
}

function titleFaults(guide: GuideText, guides: GuideText[]): string[] {
  const same = guides.filter(({ title }) => title === guide.title);
  return same.length > 1 ? [`its title is used twice: ${guide.title}`] : [];
}
