import type { GuideText } from '../../cloudfunctions/contract/guides';
import {
  allowedForTeachers,
  askingIsSafe,
  forbidden,
  speaksOfDying,
  telephoneNumber,
} from './forbidden';
import {
  bodyOf,
  everythingOf,
  lengthOf,
  mean,
  rareCharacters,
  rareShare,
  sentenceLengths,
} from './measures';

/** What a guide keeps to. Characters; shares between 0 and 1. */
export const guideLimits = {
  bodyCharacters: 350,
  meanSentence: 15,
  longestSentence: 22,
  rareShare: 0.01,
  messageCharacters: 70,
  cardCharacters: 90,
} as const;

type Check = (guide: GuideText) => string[];

/** The faults of one guide, each a sentence for whoever wrote it. */
export const faultsOf: Check = (guide) => checks.flatMap((check) => check(guide));

const length: Check = (guide) => {
  const characters = lengthOf(bodyOf(guide));
  return say(
    characters > guideLimits.bodyCharacters,
    `${characters} characters are too many to listen to: at most ${guideLimits.bodyCharacters}`,
  );
};

const sentences: Check = (guide) => {
  const lengths = sentenceLengths(everythingOf(guide));
  const long = Math.max(...lengths);
  return [
    ...say(
      mean(lengths) > guideLimits.meanSentence,
      `sentences have ${mean(lengths).toFixed(1)} characters on average: at most ${guideLimits.meanSentence}`,
    ),
    ...say(
      long > guideLimits.longestSentence,
      `a sentence has ${long} characters: at most ${guideLimits.longestSentence}`,
    ),
  ];
};

const reading: Check = (guide) => {
  const text = everythingOf(guide);
  return say(
    rareShare(text) > guideLimits.rareShare,
    `too many characters beyond the fourth year of school: ${[...new Set(rareCharacters(text))].join('')}`,
  );
};

/** Whom a family or a teacher can turn to, as guides call them. */
const somebody = /老师|学校|校长|医生|医院|主任|老人|家里|报警|急救|心理援助|电话/;

const parts: Check = ({ blocks, nextSteps, cards }) => {
  const kinds = blocks.map(({ kind }) => kind);
  const toPeople = nextSteps.filter(({ kind }) => kind !== 'guide');
  const messages = nextSteps.flatMap((step) => ('message' in step ? [step.message] : []));
  return [
    ...say(kinds[0] !== 'today', 'the first block says what to do today'),
    ...say(kinds[kinds.length - 1] !== 'help', 'the last block says whom to turn to'),
    ...say(!somebody.test(blocks.at(-1)?.text ?? ''), 'the last block names somebody to turn to'),
    ...say(
      kinds.slice(1).includes('today') || kinds.slice(0, -1).includes('help'),
      '"today" is the first block alone, and "help" the last',
    ),
    ...say(!kinds.includes('say'), 'one block says what one may say'),
    ...say(toPeople.length === 0, 'a next step leads to somebody, not only to another guide'),
    ...say(
      new Set(nextSteps.map(({ kind }) => kind)).size < nextSteps.length,
      'a next step is there twice',
    ),
    ...say(
      messages.some((message) => lengthOf(message) > guideLimits.messageCharacters),
      `a prepared message has at most ${guideLimits.messageCharacters} characters`,
    ),
    ...say(
      cards.some(({ text }) => lengthOf(text) > guideLimits.cardCharacters),
      `a card has at most ${guideLimits.cardCharacters} characters`,
    ),
  ];
};

const telephone: Check = (guide) => {
  const found = telephoneNumber.exec(everythingOf(guide))?.[0];
  return say(
    found !== undefined,
    `"${found}" looks like a telephone number: those are buttons, from the directory`,
  );
};

const words: Check = (guide) => {
  const text = everythingOf(guide);
  return forbidden.flatMap(([reason, pattern]) => {
    if (guide.audience === 'teacher' && allowedForTeachers.includes(reason)) return [];
    const found = pattern.exec(text)?.[0];
    return say(found !== undefined, `"${found}" is ${reason}`);
  });
};

const crisis: Check = (guide) => {
  const dying = speaksOfDying.test(everythingOf(guide));
  const callsFirst = guide.nextSteps[0]?.kind === 'call';
  const clinical = guide.reviewers.some((code) => code === 'P' || code === 'S');
  return [
    ...say(dying && !guide.crisisRelated, 'it speaks of dying and is not marked as a crisis'),
    ...say(
      dying && !askingIsSafe.test(bodyOf(guide)),
      'it speaks of dying and does not say that asking is safe',
    ),
    ...say(
      guide.crisisRelated && guide.reviewMonths !== 6,
      'a guide for a crisis is reviewed every 6 months',
    ),
    ...say(
      guide.crisisRelated && !callsFirst,
      'the first next step of a guide for a crisis is the telephone',
    ),
    ...say(
      guide.crisisRelated && !clinical,
      'a guide for a crisis is signed by a psychiatrist or child protection',
    ),
  ];
};

/** Only official documents are free of copyright (著作权法 5): nothing else is quoted. */
const sources: Check = (guide) =>
  guide.sources.flatMap(({ title, use }) =>
    say(
      use === 'quote' && !/法》|规定》|意见|办法》|方案》/.test(title),
      `${title} is quoted and is no official document`,
    ),
  );

/** One who knows children's minds or the law, and one who knows the place. */
const signatures: Check = ({ reviewers }) => say(reviewers.length < 2, 'two people sign it');

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

const say = (faulty: boolean, fault: string): string[] => (faulty ? [fault] : []);
