import type { GuideText } from '../../cloudfunctions/contract/guides';
import * as checks from '../../cloudfunctions/rules/guide-checks';

const { guideLimits } = checks;

const reasons: Record<checks.Reason, string> = {
  jargon: 'jargon',
  label: 'a label for a child',
  blame: 'blame',
  promise: 'a promise',
  order: 'an order',
  method: 'a method or a place',
  court: 'a word for grown-ups at court',
  letters: 'letters',
};

const texts: Record<checks.FaultCode, (fault: checks.Fault) => string> = {
  missing: ({ at }) => `something is missing: ${at}`,
  long: ({ count = 0 }) =>
    `${count} characters are too many to listen to: at most ${guideLimits.bodyCharacters}`,
  meanSentence: ({ count = 0 }) =>
    `sentences have ${count.toFixed(1)} characters on average: at most ${guideLimits.meanSentence}`,
  longSentence: ({ count = 0 }) =>
    `a sentence has ${count} characters: at most ${guideLimits.longestSentence}`,
  rare: ({ found = '' }) => `too many characters beyond the fourth year of school: ${found}`,
  firstToday: () => 'the first block says what to do today',
  lastHelp: () => 'the last block says whom to turn to',
  nobodyNamed: () => 'the last block names somebody to turn to',
  kindsTwice: () => '"today" is the first block alone, and "help" the last',
  noSay: () => 'one block says what one may say',
  noPerson: () => 'a next step leads to somebody, not only to another guide',
  stepTwice: () => 'a next step is there twice',
  messageLong: () => `a prepared message has at most ${guideLimits.messageCharacters} characters`,
  cardLong: () => `a card has at most ${guideLimits.cardCharacters} characters`,
  telephone: ({ found = '' }) =>
    `"${found}" looks like a telephone number: those are buttons, from the directory`,
  word: ({ found = '', reason }) => `"${found}" is ${reason ? reasons[reason] : ''}`,
  notCrisis: () => 'it speaks of dying and is not marked as a crisis',
  askingIsSafe: () => 'it speaks of dying and does not say that asking is safe',
  crisisMonths: () => 'a guide for a crisis is reviewed every 6 months',
  crisisCall: () => 'the first next step of a guide for a crisis is the telephone',
  crisisSigner: () => 'a guide for a crisis is signed by a psychiatrist or child protection',
  dyingSigner: () => 'what speaks of dying is signed by a psychiatrist or counsellor',
  quoted: ({ found = '' }) => `${found} is quoted and is no official document`,
  twoSign: () => 'two people sign it',
  knowingSigner: () => 'one who knows children’s minds or the law signs it',
};

/** The faults of one guide, each a sentence for whoever wrote its file. */
export const faultsOf = (guide: GuideText): string[] =>
  checks.faultsOf(guide).map((fault) => texts[fault.code](fault));
