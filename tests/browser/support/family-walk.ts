import { booking } from '@/wording/booking';
import { changes } from '@/wording/changes';
import { circle } from '@/wording/circle';
import { consent, consentTexts } from '@/wording/consent';
import { family } from '@/wording/family';
import { home } from '@/wording/home';
import { help } from '@/wording/help';
import { voice } from '@/wording/voice';
import type { Walk } from './walk';

/** Somebody new: who they are, their child, their number. */
export async function signUp(walk: Walk): Promise<void> {
  await walk.tap('#go-book');
  await walk.tap('#role-caregiver');
  await walk.pick('#township');
  await walk.at('who, chosen', family.caregiver);
  await walk.tap('#start');
  await walk.at('add child, empty', family.birth);
  await walk.phone.page.locator('#nickname input:visible').fill('这个名字写得实在太长了');
  await walk.at('add child, too long a name', family.nicknameBad);
  await walk.phone.page.locator('#nickname input:visible').fill('大树');
  await walk.pick('#birth');
  await walk.pick('#relation');
  await walk.pick('#school');
  await walk.at('add child, filled', family.noSchool);
  await walk.tap('#save');
  await walk.at('who is away', circle.awayHint);
  await walk.tap('#away-both');
  await walk.at('away for how long', circle.awaySpan);
  await walk.tap('#span-overHalfYear');
  await walk.tap('#save');
  await walk.at('consent to booking', consentTexts.booking.who);
  await walk.tap('#agree');
  await walk.at('consent, begun', consent.parentMissing);
  await walk.tap('#go-on');
}

/** From the first question to the day itself, with a recording and a telephone number. */
export async function book(walk: Walk): Promise<void> {
  await walk.at('worry', booking.worryHint);
  await walk.tap('#record');
  await walk.at('worry, no microphone', voice.denied);
  await walk.phone.open('booking/worry/index');
  await walk.lendMicrophone();
  await walk.tap('#record');
  await walk.at('worry, recording', voice.recording);
  await walk.tap('#record-stop');
  await walk.tap('#worry-unhappy');
  await walk.tap('#worry-bullied');
  await walk.at('worry, answered', voice.remove);
  await walk.tap('#next');
  await walk.at('consent to recordings', consentTexts.recordings.who);
  await walk.tap('#agree');
  await walk.tap('#go-on');
  await walk.at('place', booking.anyPlace);
  await walk.tap('#place-phone');
  await walk.sees('已为您留住');
  await walk.at('times, a place is kept', booking.timesTitle);
  await takeLater(walk);
  await walk.at('confirm, no number', booking.phoneNeededHint);
  await walk.tap('#leave-phone');
  await walk.phone.page.locator('#phone input:visible').fill('99999999999');
  await walk.at('phone, wrong', family.phoneBad);
  await walk.phone.page.locator('#phone input:visible').fill('10200000098');
  await walk.tap('#save');
  await walk.at('confirm', booking.confirm);
  await walk.tap('#confirm');
  await walk.at('done, a parent is still to agree', changes.awaitingHint);
}

/** A time that lies far enough ahead to be changed by the family itself: of the next day with any. */
export async function takeLater(walk: Walk): Promise<void> {
  await walk.tap('.day-strip__day:not(.day-strip__day--on):not(.day-strip__day--none)');
  await walk.tap('[id^=slot-]:not(.card--selected)');
  await walk.tap('#take:not(.button--inactive)');
}

/** What is booked, and giving it up. */
export async function giveUp(walk: Walk): Promise<void> {
  await walk.tap('#home');
  // A sentence of the first screen alone: the page before names the child as well.
  await walk.at('home, a visit to come', home.directory);
  await walk.tap('#go-appointments');
  await walk.at('visits to come', booking.upcoming);
  await walk.tap('.card[role=button]');
  await walk.at('a visit', booking.service);
  await walk.tap('#cancel');
  await walk.at('a visit, giving it up', booking.cancelAskHint);
  await walk.tap('#give-up');
  await walk.at('a visit, given up', booking.cancelledTitle);
  await walk.tap('#back');
  await walk.at('no visits', booking.noUpcomingHint);
  await walk.tap('#tab-past');
  await walk.at('past visits', booking.noPast);
}

/** The directory by kind, and what each service says. */
export async function lookForHelp(walk: Walk): Promise<void> {
  await walk.phone.open('help/directory/index');
  for (const kind of ['counselling', 'treatment', 'screening', 'outreach'] as const) {
    await walk.tap(`#kind-${kind}`);
    await walk.at(`directory, ${kind}`, help.kinds[kind]);
  }
  await walk.tap('.card[id^=service-]');
  await walk.at('a service', help.whatHappens);
}
