import { travelText } from '../../src/wording/names';
import { papers } from '../../src/wording/papers';
import type { ServiceRow } from '../county/sheets';
import type { Facts, Line } from './facts';
import { cardStyles, document, escaped, lines, paperStyles, screenStyles } from './html';

/** A picture to be made of HTML: a PDF where there is no size. */
export interface Paper {
  file: string;
  html: string;
  size?: { width: number; height: number };
}

export interface Code {
  /** A picture, as HTML takes it. */
  picture: string;
  /** It leads nowhere. */
  sample: boolean;
}

const support = '12356';
const picture = (code: Code) => `<img class="code" src="${code.picture}" alt="">`;
const sample = (code: Code) =>
  code.sample ? `<div class="sample">${escaped(papers.sample)}</div>` : '';

/** When it is drawn: a county may have its own texts (config/county/wording.ts). */
const steps = () =>
  papers.steps.map((step, index) => `<span><i>${index + 1}</i>${escaped(step)}</span>`).join('');

const band = ({ place }: Facts) =>
  `<div class="band"><b>${escaped(papers.product)}</b><span>${escaped(
    place.whole ? place.name : `${place.countyName} ${place.name}`,
  )}</span></div>`;

const foot = ({ checked, fictional }: Pick<Facts, 'checked' | 'fictional'>, ...before: string[]) =>
  `<div class="foot">${[
    ...before,
    [papers.checked(checked), fictional ? papers.fictional : ''].filter(Boolean).join(' · '),
  ]
    .map((text) => `<p>${escaped(text)}</p>`)
    .join('')}</div>`;

/** More digits than fit beside a name in the largest letters. */
const longNumber = 8;

const line = ({ number, name, purpose, hours }: Line, withPurpose: boolean) =>
  `<div class="line"><span class="number${number.length > longNumber ? ' long' : ''}">${escaped(number)}</span>` +
  `<div><b>${escaped(name)}</b><p>${escaped(withPurpose ? `${purpose}（${hours}）` : hours)}</p></div></div>`;

const danger = ({ urgent }: Facts) =>
  `<div class="numbers danger"><div class="pair"><h2>${escaped(papers.danger)}</h2>${urgent
    .map(
      ({ number, name }) =>
        `<span><span class="number">${escaped(number)}</span><b>${escaped(name)}</b></span>`,
    )
    .join('')}</div></div>`;

const talk = (title: string, list: readonly Line[], withPurpose: boolean) =>
  `<div class="numbers talk"><h2>${escaped(title)}</h2>${list
    .map((one) => line(one, withPurpose))
    .join('')}</div>`;

/** The first ones stand on a poster and on the front of a leaflet, the others behind. */
const inFront = 2;

function sheetOf(facts: Facts, code: Code, head: string, gives: string): string {
  return (
    `<section class="sheet">${band(facts)}<div class="inside"><h1>${escaped(head)}</h1>` +
    `<p class="gives">${escaped(gives)}</p>${picture(code)}<div class="steps">${steps()}</div>` +
    `${danger(facts)}${talk(papers.talk, facts.talk.slice(0, inFront), false)}</div>${foot(facts, papers.help)}${sample(code)}</section>`
  );
}

/** For a wall: what it is, the code, and the numbers for whoever has no telephone in hand. */
export const poster = (facts: Facts, code: Code): Paper => ({
  file: papers.files.poster,
  html: document(paperStyles, sheetOf(facts, code, papers.question, papers.gives)),
});

/** Beside the door of the village committee: the loudspeaker sends people there. */
export const loudspeakerSheet = (facts: Facts, code: Code): Paper => ({
  file: papers.files.loudspeaker,
  html: document(paperStyles, sheetOf(facts, code, papers.heard, papers.gives)),
});

/** Both sides of a sheet to take home: how to look, whom to call, and what there is nearby. */
export function leaflet(facts: Facts, code: Code): Paper {
  const { place, services } = facts;
  const front =
    `<section class="sheet">${band(facts)}<div class="inside"><h1>${escaped(papers.question)}</h1><p class="gives">${escaped(papers.gives)}</p>${picture(code)}` +
    `<div class="steps">${steps()}</div><p class="free" style="text-align:center">${escaped(papers.free)}</p>${danger(facts)}` +
    `${talk(papers.talk, facts.talk.slice(0, inFront), true)}</div>${foot(facts, papers.help)}${sample(code)}</section>`;
  const list = services.map((service) => serviceOf(service, facts)).join('');
  const back =
    `<section class="sheet">${band(facts)}<div class="inside" data-fit="service"><h2>${escaped(papers.services(place.name))}</h2>` +
    `${list}<p class="more" data-more="${escaped(papers.more(0))}"></p></div>` +
    `<div style="padding:0 14mm">${talk(papers.others, facts.talk.slice(inFront), true)}</div>${foot({ ...facts, checked: facts.checkedBehind }, papers.askFirst)}${sample(code)}</section>`;
  return { file: papers.files.leaflet, html: document(paperStyles, front + back) };
}

function serviceOf(service: ServiceRow, { place }: Facts): string {
  const { name, ways, phone, hours, cost, township } = service;
  const travel = place.whole ? township : travelText(service.travel[place.name]);
  const how = ways.map((way) => papers.ways[way]).join('、');
  const rows = [
    [papers.how, how],
    [papers.open, hours],
    [papers.cost, cost],
    ...(travel ? [[papers.way, travel]] : []),
  ].map(([title = '', text = '']) => `<span>${escaped(`${title}：${text}`)}</span>`);
  return (
    `<div class="service">${phone ? `<span class="number">${escaped(phone)}</span>` : ''}` +
    `<b>${escaped(name)}</b><p>${rows.join('')}</p></div>`
  );
}

const wide = { width: 1920, height: 1080 };

export const television = (_facts: Facts, code: Code): Paper => ({
  file: papers.files.television,
  size: wide,
  html: document(
    screenStyles,
    `<section class="sheet"><div><div class="name">${escaped(papers.product)}</div><h1>${lines(papers.television.question)}</h1>` +
      `<p>${escaped(papers.television.scan)}</p><p><span class="number">${support}</span> ${escaped(papers.television.talk)}</p></div>` +
      `${picture(code)}${sample(code)}</section>`,
  ),
});

export const meeting = (facts: Facts, code: Code): Paper => ({
  file: papers.files.meeting,
  size: wide,
  html: document(
    screenStyles,
    `<section class="sheet"><div><div class="name">${escaped(papers.product)} · ${escaped(facts.place.name)}</div>` +
      `<h1>${lines(papers.meeting.question)}</h1><p>${escaped(papers.meeting.gives)}</p>` +
      `<p><span class="number">${support}</span> ${escaped(papers.meeting.talk)}</p></div>${picture(code)}${sample(code)}</section>`,
  ),
});

export const groupCard = (facts: Facts, code: Code): Paper => ({
  file: papers.files.group,
  size: { width: 1000, height: 800 },
  html: document(
    cardStyles,
    `<section class="sheet"><div class="name">${escaped(papers.product)} · ${escaped(facts.place.name)}</div>` +
      `<h1>${lines(papers.group.question)}</h1><div class="below">${picture(code)}<p>${escaped(papers.group.open)}</p></div>` +
      `${sample(code)}</section>`,
  ),
});
