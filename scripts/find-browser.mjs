import fs from 'node:fs';
import path from 'node:path';

/** What each browser is called on PATH (first match wins), where macOS keeps it, and which variable overrides both. */
const BROWSERS = {
  chromium: {
    variable: 'CHROMIUM',
    // Chromium first: branded Chrome works too, but only because the drivers load the extension over CDP
    // (Chrome 137 dropped --load-extension).
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    apps: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
  },
  firefox: {
    variable: 'FIREFOX',
    // ESR first: on Ubuntu `firefox` is a snap, which cannot read a profile in /tmp.
    commands: ['firefox-esr', 'firefox'],
    apps: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
};

/** The environment variable that names the browser's program: CHROMIUM or FIREFOX. */
export function browserVariable(browser) {
  return BROWSERS[browser].variable;
}

/** Every path worth trying for a browser, best first. A path in its variable is the only candidate. */
export function browserCandidates(browser, { env, platform }) {
  const { variable, commands, apps } = BROWSERS[browser];
  if (env[variable]) return [env[variable]];
  const folders = [...new Set(['/usr/bin', ...(env.PATH ?? '').split(path.delimiter).filter(Boolean)])];
  const onPath = commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
  return platform === 'darwin' ? [...apps, ...onPath] : onPath;
}

/** The browser's program on this machine, or undefined. */
export function findBrowser(
  browser,
  { env = process.env, platform = process.platform, exists = fs.existsSync } = {},
) {
  return browserCandidates(browser, { env, platform }).find((candidate) => exists(candidate));
}

/** What a person should do about a browser that was not found. */
export function missingBrowserMessage(browser, { env = process.env } = {}) {
  const variable = browserVariable(browser);
  if (env[variable]) return `$${variable} names ${env[variable]}, which does not exist.`;
  const name = browser === 'chromium' ? 'Chromium' : 'Firefox';
  return `${name} was not found. Install it, or set ${variable}=/path/to/${browser} and run this again.`;
}
