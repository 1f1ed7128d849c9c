import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * A client library's own tests, with the library itself from the same checkout, as one script for a browser.
 *
 * @param globalName where the script leaves the entry's default export
 */
export async function bundleSuite(packageDir: string, entry: string, globalName?: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(packageDir, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    ...(globalName !== undefined && {
      globalName,
      footer: { js: `${globalName} = ${globalName}.default ?? ${globalName};` },
    }),
    platform: 'browser',
    define: {
      'process.env.USE_FETCH': 'undefined',
      'process.env.USE_BUILTIN_WS': 'undefined',
      global: 'globalThis',
    },
    plugins: [fromSource(path.dirname(packageDir))],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * The libraries' package.json files point to what a build of theirs would write. The source stands in for it, with the
 * browser's form of a module where there is one for Node.
 */
function fromSource(packagesDir: string): Plugin {
  const rootOf = (name: string) => path.join(packagesDir, name, 'lib', 'index.ts');
  return {
    name: 'from-source',
    setup(bundler) {
      bundler.onResolve({ filter: /.*/ }, ({ path: wanted, resolveDir }) => {
        if (/^(socket|engine)\.io-client$/.test(wanted)) return { path: rootOf(wanted) };
        if (builtinModules.includes(wanted)) return { path: wanted, namespace: 'nothing' };
        if (!wanted.startsWith('.')) return undefined;
        const target = path.join(resolveDir, wanted);
        if (path.dirname(target) === packagesDir) return { path: rootOf(path.basename(target)) };
        const source = target.replace('/build/cjs/', '/lib/').replace(/\.js$/, '');
        const forBrowsers = `${source.replace(/\.node$/, '')}.ts`;
        return target.startsWith(packagesDir) && /\/lib\//.test(source) && existsSync(forBrowsers)
          ? { path: forBrowsers }
          : undefined;
      });
      bundler.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
      // As the library's own "browser" field says.
      bundler.onLoad({ filter: /\/test\/node\.[jt]s$/ }, () => ({ contents: '' }));
    },
  };
}
