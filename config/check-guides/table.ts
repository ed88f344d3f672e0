import { audiences, type GuideText } from '../../cloudfunctions/contract/guides';
import {
  bodyOf,
  everythingOf,
  lengthOf,
  mean,
  percentile,
  rareCharacters,
  rareShare,
  sentenceLengths,
} from '../../cloudfunctions/rules/guide-checks/measures';

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

/** One line of the table: what is read aloud, its sentences, its rare characters. */
export function row(guide: GuideText): string {
  const sentences = sentenceLengths(bodyOf(guide));
  const rare = rareCharacters(everythingOf(guide));
  return [
    guide.id.padEnd(28),
    guide.audience.padEnd(9),
    `${guide.blocks.length} blocks`,
    `${lengthOf(bodyOf(guide))} characters`.padStart(14),
    `${sentences.length} sentences`.padStart(12),
    `mean ${mean(sentences).toFixed(1)}`.padStart(9),
    `longest ${Math.max(...sentences)}`.padStart(10),
    `rare ${percent(rareShare(everythingOf(guide)))}`,
    `every ${guide.reviewMonths} months${guide.crisisRelated ? ', crisis' : ''}`,
    [...new Set(rare)].join(''),
  ].join('  ');
}

/** Figures of the whole library; sentences are those of bodies, questions, messages and cards. */
export function totals(guides: GuideText[]): { text: string; sentence95: number } {
  const lengths = guides.map((guide) => lengthOf(bodyOf(guide)));
  const sentences = guides.flatMap((guide) => sentenceLengths(everythingOf(guide)));
  const text = guides.map(everythingOf).join('\n');
  const sentence95 = percentile(sentences, 0.95);
  const counts = audiences.map(
    (audience) => `${guides.filter((guide) => guide.audience === audience).length} ${audience}`,
  );
  const halves = guides.filter(({ otherHalf }) => otherHalf !== undefined).length;
  const crises = guides.filter(({ crisisRelated }) => crisisRelated).length;
  return {
    sentence95,
    text: [
      `guides: ${counts.join(', ')}; ${halves / 2} pairs, ${crises} for a crisis`,
      `read aloud: mean ${mean(lengths).toFixed(0)}, longest ${Math.max(...lengths)} characters`,
      `sentences: ${sentences.length}, mean ${mean(sentences).toFixed(1)}, 95th percentile ${sentence95}, longest ${Math.max(...sentences)} characters`,
      `characters beyond the fourth year of school: ${percent(rareShare(text))}`,
    ].join('\n'),
  };
}
