/**
 * Stands in for j-component's diff of virtual nodes. The original gives a wrong order when keyed
 * children are reversed or shuffled, and pushes unchanged attributes down, which would overwrite
 * what a component has set itself; WeChat does neither.
 */
import type { ExparserNode } from './simulate';

interface Attribute {
  name: string;
  value: unknown;
}

interface Listener {
  name: string;
  isCapture: boolean;
  isMutated: boolean;
  isCatch: boolean;
  handler: string;
  id?: unknown;
}

/** A node as the compiled template describes it. */
export interface VirtualNode {
  type: number;
  tagName: string;
  componentId?: string;
  key?: string;
  content?: string;
  attrs: Attribute[];
  event: Record<string, Listener>;
  children: VirtualNode[];
  exparserNode: TreeNode;
}

type TreeNode = ExparserNode & {
  parentNode: TreeNode | null;
  ownerShadowRoot: TreeNode | null;
  childNodes: TreeNode[];
  appendChild(child: TreeNode): void;
  insertBefore(child: TreeNode, before: TreeNode): void;
  removeChild(child: TreeNode): void;
  replaceChild(child: TreeNode, old: TreeNode): void;
};

/* eslint-disable @typescript-eslint/no-require-imports -- packages without types */
const exparser = require('miniprogram-exparser') as {
  ShadowRoot: new () => TreeNode;
  removeListenerFromElement(node: TreeNode, name: string, id: unknown, options: object): void;
};
const { TYPE_TEXT } = require('j-component/src/tool/constant') as { TYPE_TEXT: number };
const render = require('j-component/src/render/render') as {
  renderExparserNode(node: VirtualNode, host: null, root: TreeNode): TreeNode;
  updateAttrs(node: TreeNode, attributes: Attribute[]): void;
  updateEvent(node: TreeNode, events: VirtualNode['event']): void;
};
/* eslint-enable @typescript-eslint/no-require-imports */

/** Brings the tree drawn for `before` to `after`. */
export function diffVt(before: VirtualNode, after: VirtualNode): void {
  const node = before.exparserNode;
  if (!alike(before, after) || (before.type === TYPE_TEXT && before.content !== after.content)) {
    replace(node, after);
    return;
  }
  after.exparserNode = node;
  node._vt = after;
  if (before.type === TYPE_TEXT) return;
  const changed = changedAttributes(before.attrs, after.attrs);
  if (changed.length > 0) render.updateAttrs(node, changed);
  diffEvents(before, after);
  diffChildren(before, after);
}

function alike(a: VirtualNode, b: VirtualNode): boolean {
  if (a.type !== b.type) return false;
  if (a.type === TYPE_TEXT) return true;
  return a.componentId === b.componentId && a.key === b.key && a.tagName === b.tagName;
}

function replace(node: TreeNode, after: VirtualNode): void {
  const parent = node.parentNode;
  if (!parent) return;
  const root = node.ownerShadowRoot ?? parent.ownerShadowRoot ?? parent;
  parent.replaceChild(render.renderExparserNode(after, null, root), node);
}

function changedAttributes(before: Attribute[], after: Attribute[]): Attribute[] {
  const old = new Map(before.map(({ name, value }) => [name, value]));
  const kept = new Set(after.map(({ name }) => name));
  const set = after.filter(({ name, value }) => !old.has(name) || !equal(old.get(name), value));
  const removed = before.filter(({ name }) => !kept.has(name));
  return [...set, ...removed.map(({ name }) => ({ name, value: undefined }))];
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const objects = a && b && typeof a === 'object' && typeof b === 'object';
  return Boolean(objects) && JSON.stringify(a) === JSON.stringify(b);
}

function diffEvents(before: VirtualNode, after: VirtualNode): void {
  if (signature(before.event) === signature(after.event)) {
    after.event = before.event;
    return;
  }
  for (const { name, isCapture, id } of Object.values(before.event)) {
    exparser.removeListenerFromElement(before.exparserNode, name, id, { capture: isCapture });
  }
  render.updateEvent(before.exparserNode, after.event);
}

function signature(event: VirtualNode['event']): string {
  const parts = Object.entries(event).map(([key, listener]) =>
    [key, listener.isCapture, listener.isMutated, listener.isCatch, listener.handler].join(),
  );
  return parts.sort().join(';');
}

function diffChildren(before: VirtualNode, after: VirtualNode): void {
  const node = before.exparserNode;
  const keyed = new Map<string, VirtualNode>();
  const free: VirtualNode[] = [];
  for (const child of before.children) {
    if (child.key && !keyed.has(child.key)) keyed.set(child.key, child);
    else free.push(child);
  }
  const matches = after.children.map((child) => take(child, keyed, free));
  for (const child of [...keyed.values(), ...free]) node.removeChild(child.exparserNode);
  const root = node instanceof exparser.ShadowRoot ? node : node.ownerShadowRoot;
  after.children.forEach((child, index) => {
    const match = matches[index];
    if (match) diffVt(match, child);
    else if (root) render.renderExparserNode(child, null, root);
    place(node, child.exparserNode, index);
  });
}

function take(
  child: VirtualNode,
  keyed: Map<string, VirtualNode>,
  free: VirtualNode[],
): VirtualNode | undefined {
  if (child.key) {
    const match = keyed.get(child.key);
    if (!match || !alike(match, child)) return undefined;
    keyed.delete(child.key);
    return match;
  }
  const index = free.findIndex((candidate) => alike(candidate, child));
  return index < 0 ? undefined : free.splice(index, 1)[0];
}

function place(parent: TreeNode, child: TreeNode, index: number): void {
  if (parent.childNodes[index] === child) return;
  child.parentNode?.removeChild(child);
  const next = parent.childNodes[index];
  if (next) parent.insertBefore(child, next);
  else parent.appendChild(child);
}
