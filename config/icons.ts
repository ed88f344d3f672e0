/**
 * `npm run icons`: takes the icons named in icons.json from lucide-static (ISC licence) into
 * stylesheets of masks (so an icon has the colour of its text), and writes the union of their names.
 * The main package carries those of its own pages, in src/components/icon/; each subpackage those
 * that only its pages show. To add an icon, or to show one on another page, run it again
 * (names: https://lucide.dev/icons).
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { loadedWith, mainEntries, pagesOf, quotedIn, subpackages } from './packages';

const root = path.resolve(__dirname, '..');
const target = path.join(root, 'src', 'components', 'icon');
const source = path.join(root, 'node_modules', 'lucide-static', 'icons');

const HEADER = '// Written by `npm run icons` from config/icons.json. Lucide icons, ISC licence.\n';

const SVG_ATTRIBUTES =
  "xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' " +
  "stroke-width='2' stroke-linecap='round' stroke-linejoin='round'";

/**
 * What all icons share. The picture is kept in a custom property: written out for both `mask` and
 * `-webkit-mask` (old Android phones) it would count twice.
 */
const BASE = `.icon {
  display: inline-block;
  flex: none;
  width: 1em;
  height: 1em;
  background: currentcolor;
  -webkit-mask: var(--icon) center / contain no-repeat;
  mask: var(--icon) center / contain no-repeat;
}
`;

/** A Lucide file as a data URI: comment, class and white space go, cssnano's svgo does the rest. */
function dataUri(svg: string): string {
  const shapes = [...svg.matchAll(/<(?!svg)[a-z]+\s[^>]*\/>/g)].map(([shape]) =>
    shape.replace(/\s+/g, ' ').replace(' />', '/>').replaceAll('"', "'"),
  );
  const body = `<svg ${SVG_ATTRIBUTES}>${shapes.join('')}</svg>`;
  const escaped = body.replace(/[%#<>]/g, encodeURIComponent);
  return `data:image/svg+xml,${escaped}`;
}

async function rule(name: string): Promise<string> {
  const file = path.join(source, `${name}.svg`);
  const svg = await fs.readFile(file, 'utf8').catch(() => {
    throw new Error(`lucide-static has no icon "${name}"; see https://lucide.dev/icons`);
  });
  return `.icon-${name} {\n  --icon: url("${dataUri(svg)}");\n}\n`;
}

/** Which of these icons each package shows, `main` first; a subpackage without what main has. */
export async function iconsByPackage(names: string[]): Promise<Map<string, string[]>> {
  const shownWith = async (entries: string[]) => {
    const quoted = quotedIn(Object.keys(await loadedWith(entries)).filter((file) => file !== own));
    return names.filter((name) => quoted.has(name));
  };
  const main = await shownWith(mainEntries());
  const found = new Map([['main', main]]);
  for (const name of subpackages) {
    const shown = await shownWith(pagesOf(name));
    found.set(
      name,
      shown.filter((icon) => !main.includes(icon)),
    );
  }
  return found;
}
/** Names all of them. */
const own = 'src/components/icon/names.ts';

/** The stylesheet of a package. */
export async function stylesOf(name: string, icons: string[]): Promise<string> {
  const rules = await Promise.all(icons.map(rule));
  return [HEADER, ...(name === 'main' ? [BASE] : []), ...rules].join('\n');
}

/** Where the stylesheet of a package stands. */
export const stylesheetOf = (name: string) =>
  name === 'main' ? path.join(target, 'icons.scss') : path.join(root, 'src', name, 'icons.scss');

export async function iconNames(): Promise<string[]> {
  const list = await fs.readFile(path.join(__dirname, 'icons.json'), 'utf8');
  return [...new Set(JSON.parse(list) as string[])].sort();
}

async function main(): Promise<void> {
  const names = await iconNames();
  const union = names.map((name) => `\n  | '${name}'`).join('');
  const types = `${HEADER}\n/** The icons there are. */\nexport type IconName =${union};\n`;
  await fs.mkdir(target, { recursive: true });
  await fs.writeFile(path.join(target, 'names.ts'), types);
  for (const [name, icons] of await iconsByPackage(names)) {
    const scss = await stylesOf(name, icons);
    await fs.writeFile(stylesheetOf(name), scss);
    console.log(`${name}: ${icons.length} icons, ${Buffer.byteLength(scss)} bytes of styles`);
  }
}

if (require.main === module)
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
