import type { GuideText, ReviewerCode } from '@contract/guides';
import {
  allowedForTeachers,
  askingIsSafe,
  forbidden,
  speaksOfDying,
  telephoneNumber,
  type Reason,
} from './forbidden';
import {
  bodyOf,
  everythingOf,
  lengthOf,
  mean,
  partsOf,
  rareCharacters,
  rareShare,
  sentenceLengths,
  type Place,
} from './measures';

export type { Place } from './measures';
export type { Reason } from './forbidden';

/** What a guide keeps to. Characters; shares between 0 and 1. */
export const guideLimits = {
  bodyCharacters: 350,
  meanSentence: 15,
  longestSentence: 22,
  rareShare: 0.01,
  messageCharacters: 70,
  cardCharacters: 90,
} as const;

export type FaultCode =
  | 'missing'
  | 'long'
  | 'meanSentence'
  | 'longSentence'
  | 'rare'
  | 'firstToday'
  | 'lastHelp'
  | 'nobodyNamed'
  | 'kindsTwice'
  | 'noSay'
  | 'noPerson'
  | 'stepTwice'
  | 'messageLong'
  | 'cardLong'
  | 'telephone'
  | 'word'
  | 'notCrisis'
  | 'askingIsSafe'
  | 'crisisMonths'
  | 'crisisCall'
  | 'crisisSigner'
  | 'dyingSigner'
  | 'quoted'
  | 'twoSign'
  | 'knowingSigner';

/** What is wrong with a guide and where; the sentences for it are the reader's (wording, config). */
export interface Fault {
  code: FaultCode;
  at: Place;
  /** The characters, word, number or title that it is about. */
  found?: string;
  reason?: Reason;
  /** How many characters there are, where there are too many. */
  count?: number;
}

type Check = (guide: GuideText) => Fault[];

/** The faults of one guide. */
export const faultsOf: Check = (guide) => checks.flatMap((check) => check(guide));

const length: Check = (guide) => {
  const count = lengthOf(bodyOf(guide));
  return when(count > guideLimits.bodyCharacters, { code: 'long', at: 'whole', count });
};

const sentences: Check = (guide) => {
  const average = mean(sentenceLengths(everythingOf(guide)));
  const long = partsOf(guide).flatMap(([at, text]) => {
    const count = Math.max(0, ...sentenceLengths(text));
    const fault: Fault = { code: 'longSentence', at, count };
    return when(count > guideLimits.longestSentence, fault);
  });
  const fault: Fault = { code: 'meanSentence', at: 'whole', count: average };
  return [...when(average > guideLimits.meanSentence, fault), ...long];
};

const reading: Check = (guide) => {
  const text = everythingOf(guide);
  const found = [...new Set(rareCharacters(text))].join('');
  return when(rareShare(text) > guideLimits.rareShare, { code: 'rare', at: 'whole', found });
};

/** Whom a family or a teacher can turn to, as guides call them. */
const somebody = /老师|学校|校长|医生|医院|主任|老人|家里|报警|急救|心理援助|电话/;

const parts: Check = ({ blocks, nextSteps, cards }) => {
  const kinds = blocks.map(({ kind }) => kind);
  const last: Place = `block-${Math.max(blocks.length - 1, 0)}`;
  const toPeople = nextSteps.filter(({ kind }) => kind !== 'guide');
  const messages = nextSteps.flatMap((step) => ('message' in step ? [step.message] : []));
  const mixed = kinds.slice(1).includes('today') || kinds.slice(0, -1).includes('help');
  const stepTwice = new Set(nextSteps.map(({ kind }) => kind)).size < nextSteps.length;
  return [
    ...when(kinds[0] !== 'today', { code: 'firstToday', at: 'block-0' }),
    ...when(kinds[kinds.length - 1] !== 'help', { code: 'lastHelp', at: last }),
    ...when(!somebody.test(blocks[blocks.length - 1]?.text ?? ''), {
      code: 'nobodyNamed',
      at: last,
    }),
    ...when(mixed, { code: 'kindsTwice', at: 'whole' }),
    ...when(!kinds.includes('say'), { code: 'noSay', at: 'whole' }),
    ...when(toPeople.length === 0, { code: 'noPerson', at: 'steps' }),
    ...when(stepTwice, { code: 'stepTwice', at: 'steps' }),
    ...when(
      messages.some((message) => lengthOf(message) > guideLimits.messageCharacters),
      { code: 'messageLong', at: 'steps' },
    ),
    ...when(
      cards.some(({ text }) => lengthOf(text) > guideLimits.cardCharacters),
      { code: 'cardLong', at: 'cards' },
    ),
  ];
};

const telephone: Check = (guide) =>
  partsOf(guide).flatMap(([at, text]) => {
    const found = telephoneNumber.exec(text)?.[0];
    return found === undefined ? [] : [{ code: 'telephone', at, found }];
  });

const words: Check = (guide) =>
  partsOf(guide).flatMap(([at, text]) =>
    forbidden.flatMap(([reason, pattern]): Fault[] => {
      if (guide.audience === 'teacher' && allowedForTeachers.includes(reason)) return [];
      const match = pattern.exec(text);
      return match ? [{ code: 'word', at, reason, found: match[1] ?? match[0] }] : [];
    }),
  );

const crisis: Check = (guide) => {
  const dying = speaksOfDying.test(everythingOf(guide));
  const callsFirst = guide.nextSteps[0]?.kind === 'call';
  const signedBy = (...codes: ReviewerCode[]) =>
    codes.some((code) => guide.reviewers.includes(code));
  const { crisisRelated, reviewMonths } = guide;
  return [
    ...when(dying && !crisisRelated, { code: 'notCrisis', at: 'whole' }),
    ...when(dying && !askingIsSafe.test(bodyOf(guide)), { code: 'askingIsSafe', at: 'whole' }),
    ...when(crisisRelated && reviewMonths !== 6, { code: 'crisisMonths', at: 'whole' }),
    ...when(crisisRelated && !callsFirst, { code: 'crisisCall', at: 'steps' }),
    ...when(crisisRelated && !signedBy('P', 'S'), { code: 'crisisSigner', at: 'reviewers' }),
    ...when(dying && !signedBy('P', 'C'), { code: 'dyingSigner', at: 'reviewers' }),
  ];
};

/** Only official documents are free of copyright (著作权法 5): nothing else is quoted. */
const sources: Check = (guide) =>
  guide.sources.flatMap(({ title, use }) =>
    when(use === 'quote' && !/法》|规定》|意见|办法》|方案》/.test(title), {
      ...{ code: 'quoted', at: 'sources' },
      found: title,
    }),
  );

/** Two kinds of people, and one of them knows children's minds or the law. */
const signatures: Check = ({ reviewers }) => [
  ...when(new Set(reviewers).size < 2, { code: 'twoSign', at: 'reviewers' }),
  ...when(!reviewers.some((code) => knowing.includes(code)), {
    code: 'knowingSigner',
    at: 'reviewers',
  }),
];

const knowing: readonly ReviewerCode[] = ['P', 'C', 'L'];

const checks: Check[] = [
  length,
  sentences,
  reading,
  parts,
  telephone,
  words,
  crisis,
  sources,
  signatures,
];

const when = (faulty: boolean, fault: Fault): Fault[] => (faulty ? [fault] : []);
