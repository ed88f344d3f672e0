/**
 * miniprogram-simulate, typed as far as it is used, with two mends:
 * - it runs a page's script through our loader instead of `require`, as in WeChat;
 * - its keyed diff, which reorders wrongly, is replaced (diff.ts).
 * Loading it also defines the globals `Component`, `Behavior` and `wx`, as WeChat does.
 */
import { diffVt, type VirtualNode } from './diff';

/** A node of exparser, WeChat's component engine. */
export interface ExparserNode {
  $$?: HTMLElement;
  _vt?: VirtualNode;
  childNodes?: ExparserNode[];
  shadowRoot?: ExparserNode;
  querySelectorAll?: (selector: string) => ExparserNode[];
}

/** What a page or component is handed as `this`. */
export type Caller = Record<string, unknown> & { data: Record<string, unknown> };

/** A rendered page. */
export interface RootComponent {
  _exparserNode: ExparserNode;
  dom: HTMLElement;
  instance: Caller;
  attach(parent: Node): void;
  detach(): void;
}

interface Simulate {
  load(path: string, tag: string, options: Record<string, unknown>): string;
  render(id: string): RootComponent;
}

/* eslint-disable @typescript-eslint/no-require-imports -- these packages have no types, and their order matters */
const utils = require('miniprogram-simulate/src/utils') as { runJs(file: string): void };
const diff = require('j-component/src/render/diff') as { diffVt: typeof diffVt };
diff.diffVt = diffVt;
const simulate = require('miniprogram-simulate') as Simulate;
const exparser = require('miniprogram-exparser') as {
  Component: new () => ExparserNode;
  Event: {
    create(name: string, detail: unknown, options: Record<string, boolean>): unknown;
    dispatchEvent(node: ExparserNode, event: unknown): void;
  };
};
/* eslint-enable @typescript-eslint/no-require-imports */

/** WeChat's `Component()`, which a page is built on. */
export const nativeComponent = (globalThis as { Component?: (definition: object) => void })
  .Component as (definition: object) => void;

/** Compiles a page of the build and registers it; its script is run by `run`. */
export function loadPage(file: string, dist: string, run: (file: string) => void): string {
  utils.runJs = run;
  return simulate.load(file, 'page', {
    rootPath: dist,
    compiler: 'official',
    compilerOptions: { maxBuffer: 64 << 20 },
  });
}

/** Renders a registered page; not attached yet. */
export const renderPage = (id: string): RootComponent => simulate.render(id);

/** Sends an event into a node, as the built-in components would: in j-component they are inert. */
export function dispatch(
  node: ExparserNode,
  name: string,
  detail: unknown,
  bubbles: boolean,
): void {
  const event = exparser.Event.create(name, detail, {
    bubbles,
    capturePhase: true,
    composed: true,
  });
  exparser.Event.dispatchEvent(node, event);
}

/** Every node below, also inside components, in the order in which they are drawn. */
export function* descendants(node: ExparserNode): Generator<ExparserNode> {
  const shadow = node instanceof exparser.Component ? node.shadowRoot : undefined;
  for (const child of [...(shadow?.childNodes ?? []), ...(node.childNodes ?? [])]) {
    yield child;
    yield* descendants(child);
  }
}

/** The roots that a selector has to be asked of: the page's own, and one a component inside it. */
export function* shadowRoots(node: ExparserNode): Generator<ExparserNode> {
  if (node.shadowRoot?.querySelectorAll) yield node.shadowRoot;
  for (const child of descendants(node)) {
    if (child instanceof exparser.Component && child.shadowRoot?.querySelectorAll) {
      yield child.shadowRoot;
    }
  }
}
