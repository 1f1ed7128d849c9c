import path from 'node:path';
import { startFirefox, type FirefoxProcess } from './firefox-process';
import { RENEW_TAB } from './firefox-scripts';
import type { OpenOptions } from './inspected-tab';
import { connectMarionette, type Marionette } from './marionette';

/** A running Firefox, reached over Marionette. */
export interface FirefoxSession {
  readonly processGroupId: number;
  readonly goto: (url: string) => Promise<void>;
  /** Puts a blank tab in the place of all that there are. */
  renewTab(): Promise<void>;
  /** Installs an unpacked extension for this session and returns its id. */
  install(extensionDir: string): Promise<string>;
  /** Runs one of firefox-scripts.ts. */
  run(script: string, ...args: readonly (string | number | null)[]): Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** How long one script may take: a test may await something slow in the page. */
const SCRIPT_TIMEOUT_MS = 120_000;

export async function startFirefoxSession(options: OpenOptions): Promise<FirefoxSession> {
  const firefox = await startFirefox(options);
  try {
    const marionette = await connectMarionette(firefox.marionettePort);
    // Marionette takes the capabilities themselves, without WebDriver's `alwaysMatch` around them, which it ignores.
    await marionette.send('WebDriver:NewSession', {
      acceptInsecureCerts: options.acceptsAnyCertificate ?? false,
    });
    await marionette.send('WebDriver:SetTimeouts', { script: SCRIPT_TIMEOUT_MS });
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    return createSession(marionette, firefox);
  } catch (error) {
    firefox.stop();
    throw error;
  }
}

function createSession(marionette: Marionette, firefox: FirefoxProcess): FirefoxSession {
  // The context (chrome or content) belongs to the session, not to a command. It stays `chrome`; only Navigate needs
  // `content`, and no script may start meanwhile. Scripts that already run are not affected.
  let navigation = Promise.resolve();

  async function inContent(act: () => Promise<unknown>) {
    const mine = navigation.then(async () => {
      await marionette.send('Marionette:SetContext', { value: 'content' });
      try {
        await act();
      } finally {
        await marionette.send('Marionette:SetContext', { value: 'chrome' });
      }
    });
    navigation = mine.catch(() => undefined);
    await mine;
  }

  async function run(script: string, ...args: readonly (string | number | null)[]): Promise<unknown> {
    // A sandbox of its own each: of two scripts in one sandbox only the one that ends first gets its answer out.
    await navigation;
    const parameters = { script, args, sandbox: 'system', newSandbox: true };
    const answer = valueOf(await marionette.send('WebDriver:ExecuteAsyncScript', parameters));
    if (hasText(answer, 'error')) throw new Error(answer.error);
    return valueOf(answer);
  }

  return {
    processGroupId: firefox.processGroupId,
    run,
    async goto(url) {
      await inContent(() => marionette.send('WebDriver:Navigate', { url }));
    },
    async renewTab() {
      await run(RENEW_TAB);
      // What navigates is the tab of the session, and that one is gone.
      await inContent(async () => {
        const [handle] = (await marionette.send('WebDriver:GetWindowHandles')) as readonly string[];
        await marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
      });
    },
    async install(extensionDir) {
      return String(
        valueOf(
          await marionette.send('Addon:Install', { path: path.resolve(extensionDir), temporary: true }),
        ),
      );
    },
    close() {
      marionette.close();
      firefox.stop();
      return Promise.resolve();
    },
  };
}

function valueOf(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'value' in result ? result.value : undefined;
}

function hasText<Key extends string>(value: unknown, key: Key): value is Record<Key, string> {
  return (
    typeof value === 'object' && value !== null && key in value && typeof Reflect.get(value, key) === 'string'
  );
}
