/** The adults around a child: coming in by a card, agreeing in two steps, taking back. */
import { errorMeanings } from '@contract/errors';
import { circle } from '@/wording/circle';
import { consent, consentTexts } from '@/wording/consent';
import { voice } from '@/wording/voice';
import { relationNames } from '@/wording/names';
import {
  agreeTo,
  CONFIRM,
  DONE,
  goToConfirm,
  HOME,
  newFamily,
  upcomingOf,
} from './support/booking';
import { waitFor } from './support';
import { useDemo } from './support/demo';
import type { Visitor } from './support/visitor';

const demo = useDemo();
const CIRCLE = 'family/circle/index';
const CONSENT = 'family/consent/index';
const JOIN = 'family/join/index';
const ME = 'pages/me/index';

/** Prepares a card in the circle and gives what WeChat would send. */
async function shareCard(visitor: Visitor, childId: string) {
  await visitor.app.open(CIRCLE, { childId });
  await visitor.tap('#prepare');
  await visitor.sees(circle.ready);
  const menu = await visitor.app.page.call('onShareAppMessage', { from: 'menu' });
  expect(menu).toMatchObject({ path: '/pages/home/index' });
  const card = await visitor.app.page.call('onShareAppMessage', { from: 'button' });
  return card as { title: string; path: string };
}

/** A father who comes in by the grandmother's invitation. */
async function fatherOf(grandma: string, childId: string): Promise<string> {
  const father = `${grandma}-father`;
  const { code } = await demo.cloud.ask(grandma, 'family.inviteFamily', { childId });
  await demo.cloud.ask(father, 'family.joinFamily', { code, relation: 'father' });
  return father;
}

async function stateOf(openid: string, childId: string, purpose: string) {
  const { child } = await demo.cloud.ask(openid, 'family.showCircle', { childId });
  return child.consents.find((one) => one.purpose === purpose)?.state;
}

test('a grandmother begins, a father comes in by her card and confirms', async () => {
  const { openid, childId } = await newFamily(demo.cloud, []);
  const grandma = await demo.visit(openid);
  await grandma.go('#go-book', CONSENT);
  await grandma.sees(consentTexts.booking.without);
  await grandma.tap('#agree');
  await grandma.sees(consent.begunText);
  await grandma.go('#go-on', 'booking/worry/index');
  expect(await stateOf(openid, childId, 'booking')).toBe('pending');

  const card = await shareCard(grandma, childId);
  expect(card.title).not.toContain('小禾');
  const [path, code] = card.path.split('?code=');
  expect(path).toBe(`/${JOIN}`);

  const father = await demo.visit('test-father-by-card');
  await father.app.open(JOIN, { scene: code ?? '' });
  await father.sees(circle.joinHeading('paternalGrandmother'));
  expect(father.app.page.attribute('#join', 'aria-disabled')).toBe('true');
  await father.tap('#relation-father');
  await father.go('#join', CONSENT);
  await father.sees(consent.begunBy('paternalGrandmother'));
  expect(father.app.page.text('#agree')).toContain(consent.confirm);
  await father.go('#agree', CIRCLE);
  await father.sees(relationNames.father);
  await father.sees('能做主');
  expect(await stateOf(openid, childId, 'booking')).toBe('given');

  // The same card again: to whoever used it the circle, to anybody else nothing.
  await father.app.open(JOIN, { code: code ?? '' });
  await father.arrives(CIRCLE);
  const stranger = await demo.visit('test-stranger-with-card');
  await stranger.app.open(JOIN, { code: code ?? '' });
  await stranger.sees(circle.joinGone);
  expect(stranger.text()).not.toContain('小禾');
});

test('whoever made the card and opens it sees the circle, and the card stays good', async () => {
  const { openid, childId } = await newFamily(demo.cloud);
  const { code } = await demo.cloud.ask(openid, 'family.inviteFamily', { childId });
  const grandma = await demo.visit(openid);
  await grandma.app.open(JOIN, { code });
  await grandma.arrives(CIRCLE);
  const shown = await demo.cloud.ask('test-mother', 'account.showInvitation', { code });
  expect(shown).toMatchObject({ kind: 'family', nickname: '小禾' });
  expect(shown).not.toHaveProperty('childId');
});

test('without network the choice on the card is kept', async () => {
  const { openid, childId } = await newFamily(demo.cloud);
  const { code } = await demo.cloud.ask(openid, 'family.inviteFamily', { childId });
  const mother = await demo.visit('test-mother-offline');
  await mother.app.open(JOIN, { code });
  await mother.tap('#relation-mother');
  await mother.app.setOffline(true);
  await mother.tap('#join');
  await mother.sees(errorMeanings.OFFLINE.message);
  await mother.app.open(JOIN, { code });
  expect(mother.app.page.attribute('#relation-mother', 'aria-checked')).toBe('true');
  await mother.app.setOffline(false);
  await mother.go('#join', CONSENT);
});

test('a parent finds on the first screen what waits for a nod, a caregiver a quiet line', async () => {
  const { openid, childId } = await newFamily(demo.cloud);
  const grandma = await demo.visit(openid);
  await grandma.sees(consent.waitsForParents);
  await grandma.app.open(ME);
  await grandma.sees(consent.waitsForParents);
  await grandma.go(`#child-${childId}`, CIRCLE);

  const father = await demo.visit(await fatherOf(openid, childId));
  await father.sees(consent.waitsForYou('paternalGrandmother', 'booking'));
  await father.go(`#waiting-${childId}`, CONSENT);
  await father.tap('#agree');
  await father.arrives(HOME);
  expect(await stateOf(openid, childId, 'booking')).toBe('given');
});

test('taking back stops a booking in flight; agreeing again goes on where it was', async () => {
  const { openid, childId } = await newFamily(demo.cloud);
  const grandma = await demo.visit(openid);
  await goToConfirm(grandma);
  await demo.cloud.ask(openid, 'account.withdrawConsent', { childId, purpose: 'booking' });
  await grandma.tap('#confirm');
  await grandma.arrives(CONSENT);
  expect(await upcomingOf(demo.cloud, openid)).toEqual([]);
  await grandma.sees(consent.states.withdrawn);
  await grandma.tap('#agree');
  await grandma.go('#go-on', CONFIRM);
  await grandma.go('#confirm', DONE);
  expect(await upcomingOf(demo.cloud, openid)).toHaveLength(1);
});

test('taking back says what stops and what still stands, and then nothing new is booked', async () => {
  const { openid, childId } = await newFamily(demo.cloud);
  // What a parent has agreed to stands; what still waits for one would end with the agreement.
  await agreeTo(demo.cloud, await fatherOf(openid, childId), childId, ['booking']);
  const grandma = await demo.visit(openid);
  await goToConfirm(grandma);
  await grandma.go('#confirm', DONE);
  await grandma.app.open(CONSENT, { childId });
  await grandma.go('#purpose-booking', CONSENT);
  await grandma.tap('#withdraw');
  await grandma.sees(consentTexts.booking.stops);
  expect(await stateOf(openid, childId, 'booking')).toBe('given');
  await grandma.tap('#withdraw-yes');
  await grandma.sees(consent.visitsAhead(1));
  expect(await stateOf(openid, childId, 'booking')).toBe('withdrawn');
  await grandma.app.open(HOME);
  await grandma.go('#go-book', CONSENT);
});

test('a father who says no is not overruled: who has to agree, and the telephone', async () => {
  const { openid, childId } = await newFamily(demo.cloud, ['booking', 'messages']);
  const father = await demo.visit(await fatherOf(openid, childId));
  await father.app.open(CONSENT, { childId });
  await father.go('#look-now', CONSENT);
  // What waits is asked one after another; the address needs no decoding.
  expect(father.app.navigations.at(-1)?.url).toContain('for=booking.messages');
  await father.sees(consentTexts.booking.who);
  await father.tap('#refuse');
  await father.sees(consentTexts.messages.who);
  await father.tap('#agree');
  await father.sees(consent.saidNo);
  const grandma = await demo.visit(openid);
  await grandma.go('#go-book', CONSENT);
  await grandma.sees(consent.blockedTitle('father'));
  expect(grandma.app.page.query$('#agree')).toBeUndefined();
  await grandma.go('#go-phones', 'pages/phones/index');
});

test('a text that has changed is asked again, and an old one is not taken for it', async () => {
  const { openid } = await newFamily(demo.cloud, []);
  const callFunction = async (name: string, data: unknown) => {
    const request = data as { action: string; input: { choices?: { version: string }[] } };
    for (const choice of request.input.choices ?? []) choice.version = 'old';
    return demo.cloud.as(openid)(name, request);
  };
  const grandma = await demo.visit(openid, { callFunction });
  await grandma.go('#go-book', CONSENT);
  await grandma.tap('#agree');
  await grandma.sees(errorMeanings.CONSENT_CHANGED.message);
  await grandma.sees(consent.restart);
});

test('a recording needs a yes of its own; without it the pictures go on', async () => {
  const { openid, childId } = await newFamily(demo.cloud);
  const grandma = await demo.visit(openid);
  await grandma.go('#go-book', 'booking/worry/index');
  await grandma.tap('#worry-sleep');
  await grandma.tap('#record');
  await grandma.tap('#record-stop');
  await grandma.sees(voice.remove);
  await grandma.go('#next', CONSENT);
  await grandma.sees(consentTexts.recordings.what);
  await grandma.tap('#refuse');
  await grandma.sees(consent.saidNoVoiceHint);
  await grandma.go('#leave', 'booking/place/index');
  expect(await stateOf(openid, childId, 'recordings')).toBe('refused');
});

test('an adult is taken out after being asked once, and sees the child no more', async () => {
  const { openid, childId } = await newFamily(demo.cloud);
  const father = await fatherOf(openid, childId);
  const visitor = await demo.visit(father);
  await visitor.app.open(CIRCLE, { childId });
  await visitor.sees(relationNames.paternalGrandmother);
  await visitor.tap('.member-card__remove');
  await visitor.sees(circle.removeHint(relationNames.paternalGrandmother));
  await visitor.tap('#remove');
  await visitor.sees(circle.heading('小禾'));
  const grandma = relationNames.paternalGrandmother;
  await waitFor(() => !visitor.text().includes(grandma), 'her to be gone from the list');
  expect((await demo.cloud.ask(openid, 'family.listChildren', {})).children).toEqual([]);
});

test('what is written down can be put right, and nothing else is sent', async () => {
  const { openid, childId } = await newFamily(demo.cloud);
  const grandma = await demo.visit(openid);
  await grandma.app.open(CIRCLE, { childId });
  // Nobody is quicker than this; the page beneath asks again when it is seen again.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await grandma.go('#edit', 'family/add-child/index');
  await grandma.sees('小名');
  await grandma.app.page.input('#nickname', '小苗');
  await grandma.go('#save', CIRCLE);
  await grandma.sees('小苗');
  const sent = grandma.app.calls.map(({ data }) => data as { action: string; input: object });
  expect(sent.find(({ action }) => action === 'family.updateChild')?.input).toEqual({
    childId,
    nickname: '小苗',
  });
});

describe('WeChat asks for its privacy guide', () => {
  type Resolve = (answer: { event: string; buttonId?: string }) => void;

  async function visitAsked() {
    const { openid, childId } = await newFamily(demo.cloud);
    await agreeTo(demo.cloud, openid, childId, ['recordings']);
    let listener: ((resolve: Resolve) => void) | undefined;
    const answers: { event: string; buttonId?: string }[] = [];
    const grandma = await demo.visit(openid, {
      wx: { onNeedPrivacyAuthorization: (heard: typeof listener) => (listener = heard) },
    });
    await grandma.sees('小禾');
    listener?.((answer) => answers.push(answer));
    return { grandma, answers };
  }

  test('yes and no weigh the same, and yes is WeChat’s own button', async () => {
    const { grandma, answers } = await visitAsked();
    await grandma.sees('《心桥隐私保护指引》');
    const { page } = grandma.app;
    expect(page.attribute('#privacy-agree', 'class')).toContain('button--line');
    expect(page.attribute('#privacy-refuse', 'class')).toContain('button--line');
    await page.fire('#privacy-agree', 'agreeprivacyauthorization');
    expect(answers).toEqual([
      { event: 'exposureAuthorization' },
      { event: 'agree', buttonId: 'privacy-agree' },
    ]);
    expect(page.query$('#privacy-agree')).toBeUndefined();
  });

  test('no is an answer', async () => {
    const { grandma, answers } = await visitAsked();
    await grandma.tap('#privacy-refuse');
    expect(answers.at(-1)).toEqual({ event: 'disagree' });
    expect(grandma.app.page.query$('#privacy-agree')).toBeUndefined();
  });
});

test('a text that has changed is read again: the father finds it on the first screen', async () => {
  /** As if the text of booking had become a newer one since he agreed. */
  let agreed = false;
  const father = await demo.visit('demo-father', {
    callFunction: async (name, data) => {
      const answer = await demo.cloud.as('demo-father')(name, data);
      agreed ||= (data as { action: string }).action === 'account.giveConsent';
      if (agreed) return answer;
      const older = /"purpose":"booking","state":"\w+"/g;
      const text = JSON.stringify(answer).replace(older, '"purpose":"booking","state":"outdated"');
      return JSON.parse(text) as unknown;
    },
  });
  await father.sees(consent.changedForYou);
  await father.go('#waiting-demo-child-xiaoshu', CONSENT);
  await father.sees(consent.changed);
  await father.tap('#agree');
  await father.arrives(HOME);
  expect(agreed).toBe(true);
});
