import { readdirSync } from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { HOOK_SOURCE_URL } from './core/capture/hook-source-url';

const ADDON_ID = 'hangup@hangup.dev';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: 'Hangup',
    // Its texts, in public/_locales, are the browser's to choose; those of the panel stand in locales/.
    default_locale: 'en',
    description: '__MSG_extensionDescription__',
    permissions: browser === 'firefox' ? ['storage', 'webRequest'] : ['storage'],
    // Chromium: never webRequest or declarativeNetRequest, not even optional. Holding either blanks the browser's own
    // failure text for every page (docs/discoveries/chromium-hides-reasons.md).
    // For "Ask the server", on the user's click only. Chromium warns of no more than for the content scripts.
    host_permissions: ['<all_urls>'],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: ADDON_ID,
              // The first to know data_collection_permissions on all systems.
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none' as const] },
            },
          },
        }
      : {
          minimum_chrome_version: '148',
          // Without it runtime ports speak JSON and binary messages arrive as `{}`.
          message_serialization: 'structured_clone',
        }),
  }),
  hooks: {
    // The same sources give the same packages, bit for bit, whenever they are packed.
    'zip:start': () => {
      JSZip.defaults.date = new Date('2026-01-01T00:00:00Z');
    },
    // Content scripts run in manifest order across worlds, in both browsers: the relay must be listening when the
    // page hook hands its port over. WXT sorts by file name, which says nothing about that.
    'build:manifestGenerated': (_wxt, manifest) => {
      manifest.content_scripts?.sort((a, b) => Number(isInPageWorld(a)) - Number(isInPageWorld(b)));
    },
  },
  vite: () => ({
    build: { target: 'es2023', sourcemap: false },
    plugins: [
      nameThePageHook(),
      startContentScriptsPlainly(),
      withoutInnerHtml(),
      withoutOtherLanguages(),
      withoutJsonSchemas(),
      leanReport(),
    ],
  }),
});

/** WXT's type of a manifest entry does not know `world`. */
function isInPageWorld(script: object): boolean {
  return 'world' in script && script.world === 'MAIN';
}

/**
 * Chromium names the script in every stack that passes through it, and with it the extension's id, to the page.
 * A source name of our own hides the id and lets people put the hook on DevTools' ignore list.
 */
function nameThePageHook(): Plugin {
  return {
    name: 'hangup:name-the-page-hook',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && chunk.fileName.endsWith('/page-hook.js'))
          chunk.code += `\n//# sourceURL=${HOOK_SOURCE_URL}\n`;
      }
    },
  };
}

/**
 * WXT starts each content script with code of its own. In the isolated world that dispatches an event on the document
 * and posts a message to the window, to tell older copies of the script to stop: a page's own listeners receive both,
 * and the message carries the extension's id (measured in Chromium 156, WXT 0.21.0). In both worlds it logs a failure to
 * the page's console, and in the page's world makes it an unhandled rejection of the page's. Neither script needs any
 * of it, and every frame would pay for its bytes.
 */
function startContentScriptsPlainly(): Plugin {
  return {
    name: 'hangup:start-content-scripts-plainly',
    enforce: 'pre',
    transform(code, id) {
      if (!/content-script-(?:main|isolated)-world-entrypoint\?/.test(id)) return undefined;
      const definition = /^import definition from .*$/m.exec(code)?.[0];
      if (definition === undefined) throw new Error(`WXT starts ${id} in a way that is not known.`);
      return {
        code: `${definition}\ntry { definition.main(); } catch {}\nexport default undefined;`,
        map: null,
      };
    },
  };
}

/**
 * React DOM can write a string as HTML, for those who ask it to. Nothing here does, and what a page sent must never
 * become elements: with the two places changed to text, no mistake of ours could make it so, and the stores' linters
 * have nothing to warn of.
 */
function withoutInnerHtml(): Plugin {
  const AS_HTML = '(domElement.innerHTML = key)';
  return {
    name: 'hangup:without-inner-html',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/react-dom/cjs/react-dom-client.production.js')) return undefined;
      const parts = code.split(AS_HTML);
      if (parts.length !== 3)
        throw new Error(`React DOM writes HTML in ${parts.length - 1} places, not in 2.`);
      return { code: parts.join('(domElement.textContent = key)'), map: null };
    },
  };
}

/**
 * React Aria brings its few words in some thirty languages, a tenth of the panel. The panel speaks two of them
 * (locales/); in any other React Aria falls back to English.
 */
function withoutOtherLanguages(): Plugin {
  const WORDS =
    /[\\/]react-(?:aria|stately|aria-components)[\\/]dist[\\/].*intl[\\/](?:.*[\\/])?([a-z]{2}-[A-Z]{2})\.\w+$/;
  const SPOKEN = new Set(['en-US', 'zh-CN']);
  return {
    name: 'hangup:without-other-languages',
    enforce: 'pre',
    load(id) {
      const language = WORDS.exec(id)?.[1];
      return language === undefined || SPOKEN.has(language) ? undefined : 'export default {};';
    },
  };
}

/**
 * Each schema of zod can also be printed as JSON Schema, and the code for that cannot be shaken out. Nothing in the
 * extension prints any (the docs do): an eighth of zod.
 */
function withoutJsonSchemas(): Plugin {
  return {
    name: 'hangup:without-json-schemas',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/.test(id))
        return undefined;
      const names = [...code.matchAll(/^export (?:(?:const|function|class)|\{ \w+ as) (\w+)/gm)].map(
        ([, name]) => name,
      );
      if (names.length === 0) throw new Error(`zod exports nothing from ${id}.`);
      const methods = names.map((name) => `nothing as ${name}`).join(', ');
      return { code: `const nothing = () => () => undefined;\nexport { ${methods} };`, map: null };
    },
  };
}

/**
 * The report is the panel's app in one script, and each exported file carries it. What only a panel does has a small
 * stand-in there, in entrypoints/report/instead under the same file name.
 */
function leanReport(): Plugin {
  const INSTEAD = path.resolve(import.meta.dirname, 'entrypoints/report/instead');
  const names = readdirSync(INSTEAD).map((file) => path.parse(file).name);
  let isReport = false;
  return {
    name: 'hangup:lean-report',
    enforce: 'pre',
    configResolved(config) {
      isReport = JSON.stringify([config.build.lib, config.build.rollupOptions.input]).includes(
        'entrypoints/report/',
      );
    },
    resolveId(source, importer) {
      const name = path.posix.basename(source);
      if (!isReport || !source.startsWith('.') || !names.includes(name)) return undefined;
      return importer?.includes('/instead/') === true ? undefined : path.join(INSTEAD, `${name}.ts`);
    },
  };
}
