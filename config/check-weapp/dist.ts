import fs from 'node:fs';
import path from 'node:path';

/** The parts of app.json that the checks look at. */
export interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  tabBar?: {
    custom?: boolean;
    list?: { pagePath: string; iconPath?: string; selectedIconPath?: string }[];
  };
}

/** A built mini program, read from its folder. */
export interface Dist {
  dir: string;
  app: AppJson;
  /** Every file, with forward slashes, relative to the folder. */
  files: string[];
  /** Roots of the subpackages, without a trailing slash. */
  subpackages: string[];
  /** Every page, those of subpackages with their root. */
  pages: string[];
  size: (file: string) => number;
  text: (file: string) => string;
  json: (file: string) => unknown;
  withExtension: (...extensions: string[]) => string[];
}

/** Reads the build in `dir`. */
export function readDist(dir: string): Dist {
  const text = (file: string) => fs.readFileSync(path.join(dir, file), 'utf8');
  const json = (file: string): unknown => JSON.parse(text(file));
  const files = fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  const app = json('app.json') as AppJson;
  const packages = (app.subPackages ?? app.subpackages ?? []).map(({ root, pages }) => ({
    root: root.replace(/\/$/, ''),
    pages,
  }));
  return {
    dir,
    app,
    files,
    subpackages: packages.map(({ root }) => root),
    pages: [
      ...app.pages,
      ...packages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
    ],
    size: (file) => fs.statSync(path.join(dir, file)).size,
    text,
    json,
    withExtension: (...extensions) =>
      files.filter((file) => extensions.some((extension) => file.endsWith(extension))),
  };
}
