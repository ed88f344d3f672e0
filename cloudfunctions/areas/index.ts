import type { Action } from '../platform/action';
import { home } from './account/home';
import { signIn } from './account/sign-in';
import { updateSettings } from './account/update-settings';
import { book } from './booking/book';
import { cancel } from './booking/cancel';
import { findSlots } from './booking/find-slots';
import { holdSlot } from './booking/hold-slot';
import { listAppointments } from './booking/list-appointments';
import { listDay } from './booking/list-day';
import { listenToVoice } from './booking/listen-to-voice';
import { releaseSlot } from './booking/release-slot';
import { getService } from './directory/get-service';
import { listHotlines } from './directory/list-hotlines';
import { listRegions } from './directory/list-regions';
import { listSchools } from './directory/list-schools';
import { listServices } from './directory/list-services';
import { addChild } from './family/add-child';
import { listChildren } from './family/list-children';

/** Everything the mini program can ask for. */
export const actions: Action[] = [
  signIn,
  home,
  updateSettings,
  listRegions,
  listServices,
  getService,
  listHotlines,
  listSchools,
  addChild,
  listChildren,
  findSlots,
  holdSlot,
  releaseSlot,
  book,
  cancel,
  listAppointments,
  listDay,
  listenToVoice,
];
