import path from 'node:path';
import { startFirefox, type FirefoxProcess } from './firefox-process';
import type { OpenOptions } from './inspected-tab';
import { connectMarionette, type Marionette } from './marionette';

/** A running Firefox, reached over Marionette. */
export interface FirefoxSession {
  readonly processGroupId: number;
  readonly goto: (url: string) => Promise<void>;
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

  async function navigate(url: string) {
    await marionette.send('Marionette:SetContext', { value: 'content' });
    try {
      await marionette.send('WebDriver:Navigate', { url });
    } finally {
      await marionette.send('Marionette:SetContext', { value: 'chrome' });
    }
  }

  return {
    processGroupId: firefox.processGroupId,
    async goto(url) {
      const mine = navigation.then(() => navigate(url));
      navigation = mine.catch(() => undefined);
      await mine;
    },
    async install(extensionDir) {
      return String(
        valueOf(
          await marionette.send('Addon:Install', { path: path.resolve(extensionDir), temporary: true }),
        ),
      );
    },
    async run(script, ...args) {
      // A sandbox of its own each: of two scripts in one sandbox only the one that ends first gets its answer out.
      await navigation;
      const answer = valueOf(
        await marionette.send('WebDriver:ExecuteAsyncScript', {
          script,
          args,
          sandbox: 'system',
          newSandbox: true,
        }),
      );
      if (hasText(answer, 'error')) throw new Error(answer.error);
      return valueOf(answer);
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
