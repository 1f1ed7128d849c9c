import fs from 'node:fs';
import path from 'node:path';
import puppeteer, { TargetType, type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { requireBrowser } from './find-browser';
import type { OpenOptions } from './inspected-tab';
import { createTemporaryProfile, type TemporaryProfile } from './temporary-profile';

export interface LaunchedChromium {
  readonly browser: Browser;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

const QUIET_ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A busy machine takes its time over it. */
const LAUNCH_TIMEOUT_MS = 120_000;

/** Starts Chromium on a new profile with one blank tab. Certificate errors stay errors. */
export async function launchChromium(options: OpenOptions): Promise<LaunchedChromium> {
  const profile = createTemporaryProfile();
  presetDevTools(profile.path, options.theme);
  try {
    const browser = await launchInSandbox({
      executablePath: requireBrowser('chromium'),
      headless: options.headless ?? true,
      userDataDir: profile.path,
      defaultViewport: null,
      // Extensions come over CDP (Extensions.loadUnpacked, which needs the pipe): Chrome 137 dropped --load-extension.
      pipe: true,
      timeout: LAUNCH_TIMEOUT_MS,
      // Puppeteer attaches to every target it knows. A service worker that is attached to never idles, and one that
      // restarts under an attached session waits for a debugger that does not come.
      targetFilter: (target) => target.type() !== TargetType.SERVICE_WORKER,
      enableExtensions: true,
      ...(options.downloadDir === undefined
        ? {}
        : { downloadBehavior: { policy: 'allow', downloadPath: path.resolve(options.downloadDir) } }),
      acceptInsecureCerts: options.acceptsAnyCertificate ?? false,
      args: [
        ...QUIET_ARGS,
        // What puppeteer sets reaches pages alone, not the sockets that they open.
        ...(options.acceptsAnyCertificate === true ? ['--ignore-certificate-errors'] : []),
        ...(options.prefersReducedMotion === true ? ['--force-prefers-reduced-motion'] : []),
        ...(options.args ?? []),
      ],
    });
    // After launching, so that it runs after puppeteer's own exit listener, which kills Chromium.
    process.on('exit', profile.remove);
    const [page] = await browser.pages();
    return { browser, page: page ?? (await browser.newPage()), close: () => close(browser, profile) };
  } catch (error) {
    profile.remove();
    throw error;
  }
}

/**
 * DevTools reads its settings from the profile. Preset there they hold from its first moment; set through its own
 * settings object, `ui-theme` needs a reload of DevTools. Then `devtools.panels.themeName` says "dark" (light is called
 * "default") and the panel's prefers-color-scheme follows, while the page's does not: --force-dark-mode would turn both.
 * Undocked, the panel can have any size and the page keeps its own. Synced and unsynced settings live under different
 * names; both are set because which is which changes. Seen in Chromium 156, where --disable-crashpad-for-testing
 * keeps panels from ever appearing.
 */
function presetDevTools(profilePath: string, theme: OpenOptions['theme']): void {
  const settings = {
    currentDockState: JSON.stringify('undocked'),
    ...(theme === undefined ? {} : { 'ui-theme': JSON.stringify(theme === 'dark' ? 'dark' : 'default') }),
  };
  const preferences = { devtools: { preferences: settings, synced_preferences_sync_disabled: settings } };
  fs.mkdirSync(path.join(profilePath, 'Default'));
  fs.writeFileSync(path.join(profilePath, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** The sandbox refuses root always, and others where user namespaces are off (containers, newer Ubuntu). */
async function launchInSandbox(options: LaunchOptions): Promise<Browser> {
  const withoutSandbox = { ...options, args: [...(options.args ?? []), '--no-sandbox'] };
  if (process.getuid?.() === 0) return puppeteer.launch(withoutSandbox);
  try {
    return await puppeteer.launch(options);
  } catch (error) {
    if (!/sandbox/i.test(String(error))) throw error;
    return puppeteer.launch(withoutSandbox);
  }
}

const CLOSE_TIMEOUT_MS = 5_000;

async function close(browser: Browser, profile: TemporaryProfile): Promise<void> {
  const pid = browser.process()?.pid;
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((resolve) => (timer = setTimeout(resolve, CLOSE_TIMEOUT_MS)));
  await Promise.race([browser.close().catch(() => undefined), tooLong]);
  clearTimeout(timer);
  if (pid !== undefined) killGroup(pid);
  process.off('exit', profile.remove);
  profile.remove();
}

/** Puppeteer starts Chromium as the leader of its own process group. */
function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody left, which is how it should be.
  }
}
