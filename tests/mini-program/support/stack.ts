import fs from 'node:fs';
import path from 'node:path';
import type { Page } from './page';
import { answer, WxFailure, type WxOptions } from './wx-options';

/** A request to go somewhere, as the mini program made it. */
export interface Navigation {
  api: string;
  url: string;
  delta: number;
}

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string }[] };
}

const MOST_PAGES = 10;

/** WeChat's page stack: it refuses what WeChat refuses, and keeps the tabs alive. */
export class Stack {
  readonly pages: Page[] = [];
  readonly requests: Navigation[] = [];
  private readonly waiting: Navigation[] = [];
  private readonly tabs = new Map<string, Page>();
  private readonly routes: Set<string>;
  private readonly tabRoutes: Set<string>;

  constructor(
    dist: string,
    private readonly create: (route: string, query: Record<string, string>) => Page,
  ) {
    const app = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson;
    const inSubpackages = (app.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((page) => path.posix.join(root, page)),
    );
    this.routes = new Set([...app.pages, ...inSubpackages]);
    this.tabRoutes = new Set(app.tabBar?.list.map(({ pagePath }) => pagePath) ?? []);
  }

  /** The visible page. */
  top(): Page {
    const page = this.pages.at(-1);
    if (!page) throw new Error('no page is open: use open() first');
    return page;
  }

  /** What the mini program asked for and nobody has followed yet. */
  pending(): boolean {
    return this.waiting.length > 0;
  }

  /** A `wx` navigation call: checked and answered now, carried out by `follow`. */
  request(api: string, options: WxOptions & { url?: string; delta?: number }): void {
    const navigation = { api, url: options.url ?? '', delta: options.delta ?? 1 };
    this.requests.push(navigation);
    answer(api, options, () => {
      this.check(navigation);
      this.waiting.push(navigation);
      return {};
    });
  }

  /** Carries out everything that is waiting. */
  async follow(): Promise<Page> {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      await this.go(next);
    }
    return this.top();
  }

  /** Opens a page as the only one. */
  async open(route: string, query: Record<string, string>): Promise<Page> {
    await this.closeAll();
    return this.push(route, query);
  }

  /** Closes all pages, the tabs too. */
  async closeAll(): Promise<void> {
    this.waiting.length = 0;
    const open = new Set([...this.pages, ...this.tabs.values()]);
    this.pages.length = 0;
    this.tabs.clear();
    for (const page of open) await page.detach();
  }

  private check({ api, url }: Navigation): void {
    if (api === 'navigateBack') return;
    const { route } = parse(url, this.pages.at(-1)?.route);
    if (!this.routes.has(route)) throw new WxFailure(`page "${route}" is not found`);
    const isTab = this.tabRoutes.has(route);
    if (api === 'switchTab' && !isTab) throw new WxFailure('can not switch to no-tabBar page');
    if (api === 'navigateTo' && this.pages.length >= MOST_PAGES) {
      throw new WxFailure('webview count limit exceed');
    }
    if (isTab && (api === 'navigateTo' || api === 'redirectTo')) {
      throw new WxFailure(`can not ${api} a tabbar page`);
    }
  }

  private async go({ api, url, delta }: Navigation): Promise<void> {
    if (api === 'navigateBack') {
      await this.goBack(delta);
      return;
    }
    const { route, query } = parse(url, this.pages.at(-1)?.route);
    if (api === 'navigateTo') await this.top().call('onHide');
    if (api === 'redirectTo') await this.pages.pop()?.detach();
    if (api === 'reLaunch') await this.closeAll();
    if (api === 'switchTab') await this.switchTab(route, query);
    else await this.push(route, query);
  }

  private async push(route: string, query: Record<string, string>): Promise<Page> {
    const page = this.create(route, query);
    this.pages.push(page);
    if (this.tabRoutes.has(route)) this.tabs.set(route, page);
    await page.attach();
    return page;
  }

  private async goBack(delta: number): Promise<void> {
    const last = this.pages.length - Math.max(1, Math.min(delta, this.pages.length - 1));
    if (last < 1) return;
    for (const page of this.pages.splice(last).reverse()) await page.detach();
    await this.top().call('onShow');
  }

  private async switchTab(route: string, query: Record<string, string>): Promise<void> {
    for (const page of this.pages.splice(0).reverse()) {
      if (this.tabs.get(page.route) === page) await page.call('onHide');
      else await page.detach();
    }
    const kept = this.tabs.get(route);
    if (!kept) {
      await this.push(route, query);
      return;
    }
    this.pages.push(kept);
    await kept.call('onShow');
  }
}

/** `/pages/a/index?x=1`, or relative to the page that asks. */
function parse(url: string, from = ''): { route: string; query: Record<string, string> } {
  const [address = '', search = ''] = url.split('?', 2);
  const route = address.startsWith('/')
    ? address.slice(1)
    : path.posix.normalize(path.posix.join(path.posix.dirname(from), address));
  const pairs = search.split('&').filter(Boolean);
  return {
    route,
    // WeChat hands a page its query as it was written, undecoded.
    query: Object.fromEntries(
      pairs.map((pair): [string, string] => {
        const [key = '', ...value] = pair.split('=');
        return [key, value.join('=')];
      }),
    ),
  };
}
