import * as v from 'valibot';
import type { Announcement, SentAnnouncement } from '@contract/announcements';
import { remindFrom } from '@rules/announcements';
import {
  announcements,
  reactions,
  type AnnouncementDocument,
  type ReactionDocument,
} from './collections';
import { blindIndex, decrypt, encrypt } from './field-encryption';

const DetailsSchema = v.object({
  from: v.string(),
  text: v.string(),
  choices: v.array(v.string()),
  guide: v.optional(v.object({ id: v.string(), title: v.string() })),
  /** File ids. */
  pictures: v.optional(v.array(v.string()), []),
});
type Details = v.InferOutput<typeof DetailsSchema>;
type NewDetails = v.InferInput<typeof DetailsSchema>;

const placeOf = (id: string) => ({ collection: announcements.name, id, field: 'details' });

export const sealDetails = (id: string, details: NewDetails) =>
  encrypt(placeOf(id), JSON.stringify(details));

export const openDetails = ({ _id, details }: AnnouncementDocument): Details =>
  v.parse(DetailsSchema, JSON.parse(decrypt(placeOf(_id), details)));

/** As readers see it. What was taken back shows that there was something, and from whom. */
export function viewAnnouncement(document: AnnouncementDocument): Announcement {
  const { _id: id, kind, whom, at, target, withdrawnAt } = document;
  const { from, text, choices, guide, pictures } = openDetails(document);
  const about = {
    ...{ id, kind, whom, at, from, scope: target.scope },
    className: target.scope === 'class' ? target.className : undefined,
  };
  return withdrawnAt === null
    ? { ...about, text, choices, guide, pictures: pictures.length, withdrawn: false }
    : { ...about, choices: [], pictures: 0, withdrawn: true };
}

/** The file of one of its pictures; undefined when there is none, or it was taken back. */
export const pictureOf = (document: AnnouncementDocument, number: number): string | undefined =>
  document.withdrawnAt === null ? openDetails(document).pictures[number] : undefined;

/** What a check holds is its author's alone, until somebody of safeguarding has let it through. */
export const hidesFrom = ({ held, by }: AnnouncementDocument, openid: string) =>
  held && by !== openid;

/** As its author and those see it who may announce to the same families. */
export function viewSent(document: AnnouncementDocument, openid: string): SentAnnouncement {
  const { text, guide, ...about } = viewAnnouncement(document);
  return {
    ...(hidesFrom(document, openid)
      ? { ...about, choices: [], pictures: 0 }
      : { ...about, text, guide }),
    mine: document.by === openid,
    told: document.children,
    delivered: document.tellAt === null,
    held: document.held,
    remindFrom: document.tellAt === null ? remindFrom(document) : undefined,
  };
}

export const reactionId = (announcementId: string, childId: string) =>
  `${announcementId}_${childId}`;

const choicePlace = (id: string) => ({ collection: reactions.name, id, field: 'choice' });

export const sealChoice = (id: string, choice: number) => encrypt(choicePlace(id), String(choice));

/** Which of the choices a family took; undefined while it has not answered. */
export function openChoice({ _id, choice }: ReactionDocument): number | undefined {
  return choice === null ? undefined : Number(decrypt(choicePlace(_id), choice));
}

const parts = 16;

/** The part of the counts that a child's reaction goes to. */
export function countId(announcementId: string, childId: string): string {
  const part = Buffer.from(blindIndex('count', childId)).reduce((sum, byte) => sum + byte, 0);
  return `${announcementId}_${part % parts}`;
}
export const countIds = (announcementId: string) =>
  Array.from({ length: parts }, (_, part) => `${announcementId}_${part}`);

/** Everything that somebody typed. */
export const checkedText = ({ text, choices }: Pick<Details, 'text' | 'choices'>) =>
  [text, ...choices].join('\n');
