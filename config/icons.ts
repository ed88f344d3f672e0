/**
 * `npm run icons`: takes the icons named in icons.json from lucide-static (ISC licence) into
 * src/components/icon/: a stylesheet of masks (so an icon has the colour of its text) and the
 * union of their names. To add an icon, add its name (https://lucide.dev/icons) and run it again.
 */
import fs from 'node:fs/promises';
import path from 'node:path';

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

async function main(): Promise<void> {
  const list = await fs.readFile(path.join(__dirname, 'icons.json'), 'utf8');
  const names = [...new Set(JSON.parse(list) as string[])].sort();
  const scss = [HEADER, BASE, ...(await Promise.all(names.map(rule)))].join('\n');
  const union = names.map((name) => `\n  | '${name}'`).join('');
  const types = `${HEADER}\n/** The icons there are. */\nexport type IconName =${union};\n`;
  await fs.mkdir(target, { recursive: true });
  await fs.writeFile(path.join(target, 'icons.scss'), scss);
  await fs.writeFile(path.join(target, 'names.ts'), types);
  console.log(`${names.length} icons, ${Buffer.byteLength(scss)} bytes of styles`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
