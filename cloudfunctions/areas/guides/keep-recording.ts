import { createHash } from 'node:crypto';
import { limits } from '@contract/limits';
import type { Voice } from '@contract/shapes';
import { digestOf } from '@rules/spoken-text';
import { defineAction } from '../../platform/action';
import { guideVoices } from '../../platform/allow';
import { guideAudio, recordings, type GuideAudioDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { deleteFiles, readFile, storeFile } from '../../platform/sdk';
import { mp3Seconds, soundFormat } from '../../platform/sound-file';
import { checkVoice, voiceFolder } from '../../platform/voice-folder';
import { copyPath, noteCopy } from './copies';
import { audioId, countyOfVoice, readThisVersion, standingOf } from './guide-audio';

type Block = GuideAudioDocument['blocks'][number];

/**
 * What was sent is copied to where no phone can change it afterwards: whoever hears a recording
 * over must have heard what families will hear.
 */
export const keepRecording = defineAction('guides.keepRecording', {
  allow: guideVoices,
  mostPerHour: 300,
  async handle({ caller, database, now, once }, input) {
    const { block, digest, voice } = input;
    const { openid } = caller;
    const county = countyOfVoice(caller);
    checkVoice(openid, voice);
    const guide = await readThisVersion(database, input, now);
    const text = guide.blocks[block];
    if (!text) throw new ActionError('NOT_FOUND');
    if (digestOf(text) !== digest) throw new ActionError('CHANGED_MEANWHILE');
    const _id = audioId(input, county);
    const sent = await readFile(voice.fileId);
    const sound = sent && (await copied(sent, voice, { database, now, _id, block }));
    let replaced: Block | undefined;

    const answer = await once(async (transaction) => {
      // Gone: it was kept already, and then this is not reached, or it never came.
      if (!sound) throw new ActionError('NOT_FOUND');
      const before = await transaction.get(guideAudio, _id);
      // One voice from beginning to end; whoever wants to do it instead takes the other back first.
      if (before && before.by !== openid) throw new ActionError('CANNOT_FOLLOW');
      replaced = before?.blocks.find((one) => one.block === block);
      const others = before?.blocks.filter((one) => one.block !== block) ?? [];
      const blocks = [...others, { ...sound, block, digest }].sort((a, b) => a.block - b.block);
      const { guideId, version, language } = input;
      const after: GuideAudioDocument = {
        ...{ _id, guideId, version, language, county, by: openid, blocks },
        // Every change has to be heard over again.
        ...{ state: 'draft', approvedBy: null },
        ...{ rev: (before?.rev ?? 0) + 1, createdAt: before?.createdAt ?? now },
      };
      if (before) {
        const { state, approvedBy, rev } = after;
        await transaction.update(guideAudio, _id, {
          ...{ state, approvedBy, rev, blocks: command.set(blocks) },
        });
      } else await transaction.add(guideAudio, after);
      return standingOf(after);
    });
    const old = replaced && replaced.fileId !== sound?.fileId ? [replaced.fileId] : [];
    if (sent) await deleteFiles([voice.fileId, ...old]);
    await database.removeWhere(recordings, { _id: noteOf(openid, voice) });
    return answer;
  },
});

/** @throws ActionError TOO_LARGE, or INVALID_INPUT for what is no sound, or none of that length. */
async function copied(
  file: Buffer,
  { seconds }: Voice,
  { database, now, _id, block }: { database: Database; now: number; _id: string; block: number },
): Promise<Omit<Block, 'block' | 'digest'>> {
  if (file.length > limits.guideSoundBytes) throw new ActionError('TOO_LARGE');
  const format = soundFormat(file);
  const lasts = mp3Seconds(file) ?? seconds;
  const tooLong = lasts > limits.voiceSeconds + 1;
  const otherThanSaid = Math.abs(lasts - seconds) > 2 + seconds / 4;
  if (!format || file.length < limits.guideSoundLeastBytes || tooLong || otherThanSaid) {
    throw new ActionError('INVALID_INPUT');
  }
  const id = createHash('sha256').update(file).digest('hex').slice(0, 20);
  const path = copyPath(_id, { block, id, format });
  await noteCopy(database, path, now);
  const fileId = await storeFile(path, file);
  return { id, fileId, seconds, bytes: file.length };
}

const noteOf = (openid: string, { fileId }: Voice) =>
  `${voiceFolder(openid)}_${fileId.slice(fileId.lastIndexOf('/') + 1)}`;
