import fs from 'node:fs';
import { browserVariable, findBrowser, missingBrowserMessage } from './find-browser.mjs';
import { findPythonSocketIo, missingPythonMessage, PYTHON_PACKAGES } from './find-python.mjs';
import { installReason } from './install-state.mjs';
import { nodeVersionProblem } from './node-version.mjs';
import { ROOT, runCommand } from './run-command.mjs';

/** The machine lacks something that only its owner can supply; the message is a sentence for them. */
export class SetUpError extends Error {}

/**
 * Makes a fresh checkout ready: Node's version, the packages, the browsers asked for, and python-socketio beside them. Quiet when all is there.
 * @param {{browsers: readonly ('chromium' | 'firefox')[]}} needs
 * @returns {Promise<readonly string[]>} what cannot be tested on this machine, and why
 * @throws {SetUpError}
 */
export async function setUp({ browsers }) {
  const nodeProblem = nodeVersionProblem(process.versions.node);
  if (nodeProblem !== undefined) throw new SetUpError(nodeProblem);
  await installPackages();
  await installBrowsers(browsers);
  return browsers.length > 0 ? installPython() : [];
}

async function installPackages() {
  const reason = installReason(ROOT);
  if (reason === undefined) return;
  console.log(`Installing the packages with npm ci, because ${reason}. This takes a minute.`);
  const { exitCode, output } = await runCommand(['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (exitCode !== 0) throw new SetUpError(`npm ci failed:\n${output}`);
}

const DEBIAN_PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' };

async function installBrowsers(browsers) {
  const missing = browsers.filter((browser) => findBrowser(browser) === undefined);
  // A variable that names a missing file is a mistake to correct, not a browser to install.
  const installable = missing.filter((browser) => !process.env[browserVariable(browser)]);
  if (installable.length > 0 && fs.existsSync('/etc/debian_version')) {
    await aptInstall(installable.map((browser) => DEBIAN_PACKAGES[browser]));
  }
  const stillMissing = missing.filter((browser) => findBrowser(browser) === undefined);
  if (stillMissing.length > 0) {
    throw new SetUpError(stillMissing.map((browser) => missingBrowserMessage(browser)).join('\n'));
  }
}

/** The browser tests run python-socketio itself; where it cannot be had they say so and leave its rows out. */
async function installPython() {
  if (findPythonSocketIo() !== undefined) return [];
  if (fs.existsSync('/etc/debian_version')) await aptInstall(PYTHON_PACKAGES);
  if (findPythonSocketIo() !== undefined) return [];
  return [`the tests with python-socketio, because ${missingPythonMessage}`];
}

/** Tries; the caller looks whether what it wants is there afterwards. Needs root, or sudo that asks no password. */
async function aptInstall(packages) {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (sudo.length > 0 && (await runCommand([...sudo, 'true'])).exitCode !== 0) return;
  console.log(`Installing ${packages.join(' and ')} with apt-get. This takes a few minutes.`);
  // Through `env`, because sudo drops the environment.
  const aptGet = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { exitCode, output } = await runCommand([...aptGet, ...args]);
    if (exitCode !== 0) console.log(`apt-get ${args[0]} failed:\n${output}`);
  }
}
