import path from 'node:path';
import { createLoader } from './loader';
import { Page } from './page';
import { Stack } from './stack';
import { loadPage, nativeComponent, renderPage } from './simulate';
import { settle, waitFor } from './time';
import { createWx } from './wx';
import type { CallFunction, RecordedCall, UploadFile } from './wx-cloud';
import type { Answers, Shown } from './wx-device';

/** How to start a mini program; all but `callFunction` has a default. */
export interface MiniProgramOptions {
  /** The built mini program; dist/weapp. */
  dist?: string;
  /** Where `wx.cloud.callFunction` goes, for instance to the local cloud. */
  callFunction: CallFunction;
  uploadFile?: UploadFile;
  /** What the phone has stored already; share the map to "restart" with the same storage. */
  storage?: Map<string, string>;
  /** What a scanned code or a card hands over as the mini program starts. */
  query?: Record<string, string>;
  /** What the person answers to a modal, a permission and so on, by the name of the call. */
  answers?: Answers;
  /** Anything else of `wx`. */
  wx?: Record<string, unknown>;
}

type AppOptions = Record<string, unknown> & {
  onLaunch?: (options: object) => void;
  onShow?: (options: object) => void;
};
type Definition = Record<string, unknown> & { data?: object; behaviors?: unknown[] };

/** Starts the built mini program as WeChat would; open a page with `open`. */
export function createMiniProgram(options: MiniProgramOptions) {
  const dist = options.dist ?? path.resolve('dist', 'weapp');
  const calls: RecordedCall[] = [];
  const shown: Shown[] = [];
  const storage = options.storage ?? new Map<string, string>();
  const answers = options.answers ?? {};
  const run = createLoader();
  const ids = new Map<string, string>();
  let offline = false;
  let app: AppOptions = {};

  const create = (route: string, query: Record<string, string>): Page => {
    const id = ids.get(route) ?? loadPage(path.join(dist, route), dist, run);
    ids.set(route, id);
    const root = renderPage(id);
    Object.assign(root.instance, { route, __route__: route, options: query });
    return new Page(route, query, root);
  };
  const stack = new Stack(dist, create);
  const { wx, announceNetwork } = createWx({
    cloud: {
      callFunction: options.callFunction,
      uploadFile:
        options.uploadFile ?? ((cloudPath) => Promise.resolve(`cloud://test/${cloudPath}`)),
      isOffline: () => offline,
      calls,
    },
    store: storage,
    shown,
    answers,
    navigate: (api, navigation) => stack.request(api, navigation),
    overrides: options.wx ?? {},
  });

  const world = globalThis as unknown as Record<string, unknown>;
  // The chunks that an earlier mini program of this process has loaded are not this one's.
  Object.assign(world.wx as object, wx, { webpackJsonp: [] });
  world.App = (definition: AppOptions) => (app = definition);
  world.getApp = () => app;
  world.getCurrentPages = () => stack.pages.map(({ caller }) => caller);
  world.Page = ({ data, behaviors, ...rest }: Definition) => {
    const methods = Object.entries(rest).filter(([, value]) => typeof value === 'function');
    nativeComponent({
      data: data ?? {},
      methods: Object.fromEntries(methods),
      behaviors: behaviors ?? [],
    });
  };
  run(path.join(dist, 'app.js'));
  const launch = { path: '', query: options.query ?? {}, scene: 1001 };
  app.onLaunch?.(launch);
  app.onShow?.(launch);

  return {
    /** Everything that went through `wx.cloud.callFunction`, in order. */
    calls,
    /** Toasts, modals, phone calls, maps: what the person saw. */
    shown,
    storage,
    answers,
    /** Requests to go to another page, in order, also those that were refused. */
    navigations: stack.requests,
    /** The pages that are open, the visible one last. */
    pages: stack.pages,
    /** The visible page. */
    get page(): Page {
      return stack.top();
    },
    /** Opens a page as if it were the first, closing all others. */
    open: (route: string, query: Record<string, string> = {}) => stack.open(route, query),
    /** Whether it asks to go to another page within so many ms. */
    isLeaving: (ms: number): Promise<boolean> =>
      waitFor(() => stack.pending(), 'another page', ms).then(
        () => true,
        () => false,
      ),
    /** Carries out what the mini program asked for since, and gives the page that is visible then. */
    follow: async (): Promise<Page> => {
      await waitFor(() => stack.pending(), 'the mini program to go to another page');
      return stack.follow();
    },
    /** The phone's own back button. */
    back: async (): Promise<Page> => {
      stack.request('navigateBack', {});
      return stack.follow();
    },
    /** Cuts or restores the network; pages that listen are told. */
    setOffline: async (value: boolean) => {
      offline = value;
      announceNetwork();
      await settle();
    },
    /** Closes all pages. */
    close: () => stack.closeAll(),
  };
}

/** A running mini program. */
export type MiniProgram = ReturnType<typeof createMiniProgram>;
