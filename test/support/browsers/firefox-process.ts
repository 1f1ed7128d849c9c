import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { requireBrowser } from './find-browser';
import type { OpenOptions } from './inspected-tab';
import { createTemporaryProfile } from './temporary-profile';
import { waitUntil } from './wait-until';

export interface FirefoxProcess {
  readonly marionettePort: number;
  readonly processGroupId: number;
  readonly stop: () => void;
}

type Preference = string | number | boolean;

/** Marionette sets its own "recommended preferences" (no first run, no updates, no telemetry); these come on top. */
function preferencesFor(options: OpenOptions): Record<string, Preference> {
  return {
    'marionette.port': 0, // any free port; Firefox writes it to MarionetteActivePort in the profile
    'extensions.originControls.grantByDefault': true, // host permissions of MV3 extensions
    'devtools.toolbox.host': 'window', // so that the panel can have any size
    'datareporting.policy.dataSubmissionEnabled': false,
    ...(options.theme === undefined ? {} : { 'devtools.theme': options.theme }),
    ...(options.prefersReducedMotion === true ? { 'ui.prefersReducedMotion': 1 } : {}),
    ...(options.downloadDir === undefined
      ? {}
      : {
          'browser.download.folderList': 2,
          'browser.download.dir': path.resolve(options.downloadDir),
          'browser.download.always_ask_before_handling_new_types': false,
        }),
  };
}

/** Starts Firefox on a new profile, in a process group of its own so that stopping takes its content processes too. */
export async function startFirefox(options: OpenOptions): Promise<FirefoxProcess> {
  const profile = createTemporaryProfile();
  const userPreferences = Object.entries(preferencesFor(options)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  fs.writeFileSync(path.join(profile.path, 'user.js'), userPreferences.join('\n'));

  const child = spawn(
    requireBrowser('firefox'),
    [
      ...(options.headless === false ? [] : ['--headless']),
      ...['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile.path],
      ...(options.args ?? []),
    ],
    // The headless screen is 1366x768 by default and clips windows to that.
    {
      stdio: 'ignore',
      detached: true,
      env: { ...process.env, MOZ_HEADLESS_WIDTH: '1920', MOZ_HEADLESS_HEIGHT: '1200' },
    },
  );
  const startFailure = new Promise<never>((_, reject) => child.once('error', reject));

  function stop() {
    process.off('exit', stop);
    for (const signal of SIGNALS) process.off(signal, stopAndEnd);
    killGroup(child);
    profile.remove();
  }
  function stopAndEnd(signal: NodeJS.Signals) {
    stop();
    process.kill(process.pid, signal); // our handler is off again: the signal now does what it always does
  }
  process.on('exit', stop);
  for (const signal of SIGNALS) process.on(signal, stopAndEnd);

  try {
    const portFile = path.join(profile.path, 'MarionetteActivePort');
    const port = waitUntil(() => Number(fs.readFileSync(portFile, 'utf8')), {
      what: "Firefox's Marionette port",
      timeoutMs: 120_000,
    });
    const marionettePort = await Promise.race([port, startFailure]);
    return { marionettePort, processGroupId: child.pid ?? NaN, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The profile is a throw-away: nothing has to be saved, so the kill can be the kind that always works. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL'); // the group is gone already, or this system has no process groups
  }
}
