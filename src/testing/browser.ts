import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Where distributions and installers put Chrome or Chromium. */
const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Nothing but the pages under test may use the network. The sandbox is impossible as root, where CI often runs. */
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real browser: CHROME_PATH, else an installed one, else Playwright's own, else the one inside an npm package. */
export async function launchBrowser(): Promise<Browser> {
  const candidates = [process.env.CHROME_PATH, ...INSTALLED, chromium.executablePath()];
  const found = candidates.find(
    (candidate) => candidate !== undefined && candidate !== '' && existsSync(candidate),
  );
  // Only the binary: that package's own flags switch web security off.
  const executablePath = found ?? (await sparticuz.executablePath());
  return chromium.launch({ executablePath, args: ARGS });
}
