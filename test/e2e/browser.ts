import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const installed = (): string | undefined => {
  const found = NAMES.map((name) =>
    spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim(),
  );
  return [process.env.CHROMIUM_PATH ?? '', ...found, ...PLACES, chromium.executablePath()].find(
    (path) => path !== '' && isExecutable(path),
  );
};

const run = (program: string, ...parameters: string[]): boolean =>
  spawnSync(program, parameters, { stdio: 'inherit', timeout: 240_000 }).status === 0;

/** The ways a system allows: Playwright's own download, or the distribution's package when root. */
const INSTALLS: readonly (() => boolean)[] = [
  () =>
    process.getuid?.() === 0 &&
    run('apt-get', 'update', '-qq') &&
    run('apt-get', 'install', '-y', '-qq', 'chromium'),
  () => process.getuid?.() === 0 && run('dnf', 'install', '-y', '-q', 'chromium'),
  () => run(process.execPath, 'node_modules/playwright-core/cli.js', 'install', 'chromium'),
];

/** The path of a Chromium or Chrome; installs one when there is none. */
export const findBrowser = (): string => {
  const present = installed();
  if (present !== undefined) return present;
  for (const install of INSTALLS) {
    if (!install()) continue;
    const path = installed();
    if (path !== undefined) return path;
  }
  throw new Error(
    'No Chromium was found or could be installed. Install chromium or Google Chrome, or set CHROMIUM_PATH to its program.',
  );
};

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), headless: true, args: FLAGS });
