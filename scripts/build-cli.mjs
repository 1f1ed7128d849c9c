// `npm run build:cli`: the command line as a package of its own, whole in itself, in .output/cli. `npm pack` there makes
// what `npx ./hangup-<version>.tgz diagnose FILE` runs, without a registry and without a network.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = path.resolve(import.meta.dirname, '..');
/** The report's app, as the build of the extension leaves it. */
const SHELL = ['report.js', 'assets/report.css'];

/** @param folder is made anew */
export async function buildCli(folder) {
  const { version, description, license, engines } = JSON.parse(
    fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
  );
  fs.rmSync(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['cli/hangup.ts'],
    outfile: path.join(folder, 'hangup.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    legalComments: 'linked',
    logLevel: 'error',
    // A package that is CommonJS asks for Node's own modules by `require`.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
  });
  fs.chmodSync(path.join(folder, 'hangup.mjs'), 0o755);
  const shell = SHELL.map((file) => [
    path.join(ROOT, '.output/chrome-mv3', file),
    path.join(folder, 'report', file),
  ]);
  // Without the report's app everything but `convert --to html` works, and that says what is missing.
  for (const [from, to] of shell.filter(([built]) => fs.existsSync(built))) {
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.copyFileSync(from, to);
  }
  fs.cpSync(path.join(ROOT, 'docs/taxonomy'), path.join(folder, 'report/taxonomy'), { recursive: true });
  const manifest = {
    name: 'hangup',
    version,
    description,
    license,
    type: 'module',
    bin: { hangup: 'hangup.mjs' },
    files: ['hangup.mjs', 'hangup.mjs.LEGAL.txt', 'report'],
    engines,
  };
  fs.writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  fs.copyFileSync(path.join(ROOT, 'LICENSE'), path.join(folder, 'LICENSE'));
  fs.copyFileSync(path.join(ROOT, 'cli/README.md'), path.join(folder, 'README.md'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = path.join(ROOT, '.output/cli');
  await buildCli(folder);
  console.log(`The command line is in ${folder}. "npm pack" there makes a package of it.`);
}
