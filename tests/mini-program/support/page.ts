import {
  descendants,
  dispatch,
  shadowRoots,
  type Caller,
  type ExparserNode,
  type RootComponent,
} from './simulate';
import { settle, waitFor } from './time';

/** A selector (`#id`, `.class`), or a node that was found before. */
export type Target = string | ExparserNode;

/** A page that is open: find nodes, tap them, type into them. */
export class Page {
  /** Bytes of each setData so far: what a tap costs. */
  readonly updates: number[] = [];

  constructor(
    readonly route: string,
    readonly query: Record<string, string>,
    private readonly root: RootComponent,
  ) {
    this.countUpdates();
  }

  /** What WeChat's own code and Taro know the page by. */
  get caller(): Caller {
    return this.root.instance;
  }

  /** All nodes that match, in drawing order, also inside components. */
  findAll(selector: string): ExparserNode[] {
    const roots = [...shadowRoots(this.root._exparserNode)];
    return [...new Set(roots.flatMap((root) => root.querySelectorAll?.(selector) ?? []))];
  }

  /** The first node that matches, if there is one. */
  query$(selector: string): ExparserNode | undefined {
    return this.findAll(selector)[0];
  }

  /** The first node that matches; an error with the page's text if there is none. */
  find(target: Target): ExparserNode {
    const node = typeof target === 'string' ? this.query$(target) : target;
    if (!node) throw new Error(`no ${target as string} on ${this.route}:\n${this.text()}`);
    return node;
  }

  /** The nodes that a screen reader announces by this label. */
  findByLabel(label: string | RegExp): ExparserNode[] {
    return [...descendants(this.root._exparserNode)].filter((node) => {
      const value = attribute(node, 'aria-label');
      return typeof label === 'string' ? value === label : label.test(value);
    });
  }

  /** What reacts to a tap and is no control of WeChat's own, which says by itself what it is. */
  tappable(): ExparserNode[] {
    return [...descendants(this.root._exparserNode)].filter(
      ({ _vt: node }) =>
        node &&
        !['input', 'picker'].includes(node.tagName) &&
        Object.values(node.event).some(({ name }) => name === 'tap'),
    );
  }

  /** What is written on the page, or in one node. */
  text(target?: Target): string {
    const dom = target === undefined ? this.root.dom : this.find(target).$$;
    return dom?.textContent ?? '';
  }

  /** An attribute as the compiled template has it: `aria-label`, `class`, `data-x` … */
  attribute(target: Target, name: string): string {
    return attribute(this.find(target), name);
  }

  /** Taps and lets the page react. */
  async tap(target: Target): Promise<void> {
    // What is being drawn anew would be another node by the end of the touch.
    await settle();
    const dom = await this.drawn(target);
    touch(dom, 'touchstart');
    // One turn and no more: on a busy machine a few of them last as long as a long press, which is no tap.
    await new Promise((resolve) => setTimeout(resolve, 0));
    touch(dom, 'touchend');
    await settle();
  }

  /** Presses for as long as WeChat takes for a long press, or longer. */
  async longPress(target: Target, ms = 400): Promise<void> {
    const dom = await this.drawn(target);
    touch(dom, 'touchstart');
    await settle(ms);
    touch(dom, 'touchend');
    await settle();
  }

  /** Sends the event that a built-in component would: `change` of a picker, `scroll`, `submit` … */
  async fire(target: Target, name: string, detail: object = {}, bubbles = false): Promise<void> {
    if (typeof target === 'string') await this.waitFor(target);
    dispatch(this.find(target), name, detail, bubbles);
    await settle();
  }

  /** Types into an input or a textarea. */
  async input(target: Target, value: string): Promise<void> {
    await this.fire(target, 'input', { value, cursor: value.length });
  }

  /** Turns the wheel of a selector to what it says there, as WeChat's own picker does. */
  async choose(selector: string, label: string): Promise<void> {
    const labels = () => {
      const range = this.query$(selector)?._vt?.attrs.find(({ name }) => name === 'range')?.value;
      return Array.isArray(range) ? (range as string[]) : [];
    };
    await waitFor(
      () => labels().includes(label),
      () => `${label} on the wheel ${selector}, which has ${labels().join(', ')}`,
    );
    await this.fire(selector, 'change', { value: String(labels().indexOf(label)) });
  }

  /** Waits until the page has a node that matches. */
  async waitFor(selector: string): Promise<ExparserNode> {
    const missing = () => `${selector} on ${this.route}; the page says: ${this.text()}`;
    return waitFor(() => this.query$(selector), missing);
  }

  /** Waits until the page says this. */
  async waitForText(text: string | RegExp): Promise<void> {
    const says = () =>
      typeof text === 'string' ? this.text().includes(text) : text.test(this.text());
    await waitFor(says, () => `"${String(text)}" on ${this.route}; the page says: ${this.text()}`);
  }

  /** Calls a lifecycle method, such as `onPullDownRefresh`. */
  async call(name: string, ...args: unknown[]): Promise<unknown> {
    const method = this.caller[name];
    const result: unknown =
      typeof method === 'function' ? method.apply(this.caller, args) : undefined;
    await settle();
    return result;
  }

  /** Puts the page on the screen and waits for Taro's first setData. */
  async attach(): Promise<void> {
    this.root.attach(document.body);
    await this.call('onLoad', this.query);
    await this.call('onShow');
    await this.call('onReady');
    await waitFor(() => {
      const tree = this.caller.data.root as { cn?: unknown[] } | undefined;
      return (tree?.cn?.length ?? 0) > 0;
    }, `${this.route} to draw anything`);
  }

  /** Takes the page off the screen for good. */
  async detach(): Promise<void> {
    await this.call('onUnload');
    this.root.detach();
  }

  /** A page draws what a tap has brought about a moment later, as on a telephone. */
  private async drawn(target: Target): Promise<HTMLElement> {
    if (typeof target === 'string') await this.waitFor(target);
    return waitFor(
      () => this.find(target).$$,
      () => `what was found on ${this.route} to be drawn, so that it has a place to touch`,
    );
  }

  private countUpdates(): void {
    const setData = this.caller.setData as (data: object, done?: () => void) => void;
    this.caller.setData = (data: object, done?: () => void) => {
      this.updates.push(Buffer.byteLength(JSON.stringify(data)));
      setData.call(this.caller, data, done);
    };
  }
}

function attribute(node: ExparserNode, name: string): string {
  // j-component keeps `aria-label` as `ariaLabel`, but `data-…` as written.
  const kept = name.startsWith('data-')
    ? name
    : name.replace(/-(\w)/g, (_, c: string) => c.toUpperCase());
  const value = node._vt?.attrs?.find((candidate) => candidate.name === kept)?.value;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function touch(dom: HTMLElement, type: 'touchstart' | 'touchend'): void {
  const point = { identifier: 1, target: dom, clientX: 0, clientY: 0, pageX: 0, pageY: 0 };
  const event = new Event(type, { bubbles: true, cancelable: true });
  const touches = type === 'touchstart' ? [point] : [];
  dom.dispatchEvent(Object.assign(event, { touches, changedTouches: [point] }));
}
