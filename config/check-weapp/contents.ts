import path from 'node:path';
import { runChecks } from 'es-check';
import { places } from '../../cloudfunctions/rules/triage/cloud/weights';
import { ARIA_ATTRIBUTES } from '../aria/attributes';
import type { Dist } from './dist';
import type { Findings } from './findings';

const MAX_IMAGE = 200 * 1024;

/** Traces of the preview, which must never reach a real phone. */
const PREVIEW = [
  '/call/app',
  'x-openid',
  '127.0.0.1',
  /demo-(grandma|father|mother|teacher|counsellor|director|admin|stranger)/,
];

/** Addresses that only look like one: names of XML namespaces, links in React's messages. */
const HARMLESS_ADDRESS = /^http:\/\/(www\.w3\.org|fb\.me)/;

/** Scripts run on old phones (ES5), make no code at run time and call nothing unencrypted. */
export function checkScripts(dist: Dist, findings: Findings): void {
  const { errors } = runChecks([{ ecmaVersion: 'es5', files: [`${dist.dir}/**/*.js`] }]);
  for (const { file, err } of errors) {
    findings.errors.push(`${path.relative(dist.dir, file)} is not ES5: ${err.message}`);
  }
  for (const file of dist.withExtension('.js')) {
    const text = dist.text(file);
    findings.require(!/(^|[^.\w$])eval\(/.test(text), `${file} uses eval()`);
    const addresses = [...text.matchAll(/http:\/\/[\w.-]*/g)].map(([address]) => address);
    const bad = addresses.filter((address) => !HARMLESS_ADDRESS.test(address));
    findings.require(bad.length === 0, `${file} names ${bad.join(', ')}`);
  }
}

/** Nothing of the browser preview is inside. */
export function checkNoPreview(dist: Dist, findings: Findings): void {
  for (const file of dist.withExtension('.js', '.json', '.wxml', '.wxss', '.wxs')) {
    const text = dist.text(file);
    for (const trace of PREVIEW) {
      const found = typeof trace === 'string' ? text.includes(trace) : trace.test(text);
      findings.require(!found, `${file} contains the preview's ${String(trace)}`);
    }
  }
}

/** The cloud's table of words is too heavy for a phone. */
export function checkNoCloudTable(dist: Dist, findings: Findings): void {
  const piece = places.slice(0, 60);
  for (const file of dist.withExtension('.js')) {
    findings.require(!dist.text(file).includes(piece), `${file} carries the cloud's triage table`);
  }
}

/** Styles and images are what WeChat takes. */
export function checkStylesAndImages(dist: Dist, findings: Findings): void {
  for (const file of dist.withExtension('.wxss')) {
    const text = dist.text(file);
    findings.require(!/(^|[\s,}])\*\s*[{,]/.test(text), `${file}: a universal selector`);
    findings.require(!/url\((?!["']?(data:|https:))/.test(text), `${file}: a local url()`);
    findings.advise(!text.includes(':active'), `${file}: :active does nothing, use hoverClass`);
  }
  const media = dist.withExtension('.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg', '.mp3');
  for (const file of media) {
    findings.require(dist.size(file) <= MAX_IMAGE, `${file} is over 200 KB`);
  }
}

/** The accessibility plugin has done its work: stock Taro binds none of these. */
export function checkAccessibility(dist: Dist, findings: Findings): void {
  const template = dist.text('base.wxml');
  for (const attribute of ARIA_ATTRIBUTES) {
    findings.require(template.includes(`${attribute}="{{`), `base.wxml does not bind ${attribute}`);
  }
}
