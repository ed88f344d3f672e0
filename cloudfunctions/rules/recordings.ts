import type { Block } from '@contract/guides';
import type { AudioLanguage } from '@contract/recordings';
import type { Post } from './posts';
import { digestOf } from './spoken-text';

/** Counsellors, and administrators who answer for a county, record its guides and hear them over. */
export function recordsFor(posts: readonly Post[]): string | undefined {
  return posts.find(
    ({ role, schoolId }) => role === 'counsellor' || (role === 'admin' && schoolId === undefined),
  )?.county;
}

interface Recorded {
  block: number;
  digest: string;
}

/** Whether every block of this text is recorded, word for word. */
export function coversText(
  recorded: readonly Recorded[],
  blocks: readonly Pick<Block, 'title' | 'text'>[],
): boolean {
  return blocks.every((block, number) =>
    recorded.some((one) => one.block === number && one.digest === digestOf(block)),
  );
}

interface Heard<Sound extends Recorded> {
  version: number;
  language: AudioLanguage;
  blocks: readonly Sound[];
}

/**
 * The recordings that may be played with this text, block after block: of the same version, every
 * block there and of the very words. What does not fit is not played at all.
 */
export function playable<Sound extends Recorded>(
  guide: { version: number; blocks: readonly Pick<Block, 'title' | 'text'>[] },
  recordings: readonly Heard<Sound>[],
): { language: AudioLanguage; blocks: Sound[] }[] {
  return recordings
    .filter(({ version, blocks }) => version === guide.version && coversText(blocks, guide.blocks))
    .map(({ language, blocks }) => ({
      language,
      blocks: guide.blocks.flatMap(
        (_, number) => blocks.find(({ block }) => block === number) ?? [],
      ),
    }));
}
