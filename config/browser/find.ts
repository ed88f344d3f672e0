import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const NAMES = [
  ...['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'],
  ...['microsoft-edge', 'microsoft-edge-stable', 'msedge', 'chrome'],
];

/** Where Chrome, Chromium and Edge install themselves when they are not on the PATH. */
function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, 'PROGRAMFILES(X86)': x86, LOCALAPPDATA } = process.env;
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return [PROGRAMFILES, x86, LOCALAPPDATA].flatMap((folder) =>
      folder ? programs.map((program) => path.join(folder, program)) : [],
    );
  }
  return ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

function onPath(): string[] {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name + suffix)));
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** An installed browser of the Chrome family: `CHROME_PATH`, or one in a usual place. */
export function installedBrowser(): string | undefined {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, which is not a program`);
  }
  return [...onPath(), ...usualPlaces()].find(isProgram);
}

const HOW_TO = `No browser was found, and none could be installed. Do one of these, then run it again:
  Debian, Ubuntu   sudo apt-get install --no-install-recommends chromium fonts-wqy-microhei
  Fedora           sudo dnf install chromium wqy-microhei-fonts
  macOS            brew install --cask chromium   (or install Google Chrome)
  Windows          Microsoft Edge is enough and comes with Windows; or install Google Chrome
  anywhere else    set CHROME_PATH to the program of a Chrome, Chromium or Edge`;

/** A browser, installed for the purpose if need be and possible; else says what to do. */
export function findBrowser(): string {
  const found = installedBrowser() ?? (installOnDebian() ? installedBrowser() : undefined);
  if (!found) throw new Error(HOW_TO);
  return found;
}

function installOnDebian(): boolean {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !isProgram('/usr/bin/apt-get')) return false;
  console.log('no browser found: installing chromium and a Chinese font (about 130 MB)');
  const packages = ['chromium', 'fonts-wqy-microhei'];
  return [['update'], ['install', '-y', '--no-install-recommends', ...packages]].every(
    (args) =>
      spawnSync('apt-get', ['-q', ...args], {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0,
  );
}
