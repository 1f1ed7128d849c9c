// `npm run zip`: the packages for the stores, in .output/. Then the sources that Firefox's reviewers get are unpacked
// somewhere else and built with nothing but what is in them; every file of that build must be the same, bit for bit.
// `-- --lint` also asks Mozilla's linter (fetched by npx: not among the project's packages, for its size).
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { ROOT, runCommand } from './run-command.mjs';

const LINTER = 'addons-linter@10.14.0';
const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const outputDir = path.join(ROOT, '.output');
const packageOf = (kind) => path.join(outputDir, `hangup-${version}-${kind}.zip`);

try {
  for (const browser of ['chrome', 'firefox']) await must(['wxt', 'zip', '-b', browser]);
  for (const kind of ['chrome', 'firefox', 'sources']) {
    const bytes = fs.readFileSync(packageOf(kind));
    const sum = createHash('sha256').update(bytes).digest('hex');
    console.log(
      `${path.basename(packageOf(kind)).padEnd(28)} ${bytes.length.toLocaleString('en').padStart(10)} B  sha256 ${sum}`,
    );
  }
  await rebuildFromSources();
  if (process.argv.includes('--lint')) await lint();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function rebuildFromSources() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hangup-sources-'));
  try {
    await unpack(packageOf('sources'), folder);
    await must(['npm', 'ci', '--no-audit', '--no-fund', '--prefix', folder]);
    await must(['npm', 'run', 'build:firefox', '--prefix', folder]);
    const sent = await contents(packageOf('firefox'));
    const built = readFolder(path.join(folder, '.output', 'firefox-mv3'));
    const names = [...new Set([...sent.keys(), ...built.keys()])].sort();
    const different = names.filter((name) => sent.get(name) !== built.get(name));
    if (different.length > 0) throw new Error(`The sources build something else: ${different.join(', ')}`);
    console.log(`The sources, unpacked elsewhere, build the same ${names.length} files, bit for bit.`);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function unpack(file, folder) {
  const zip = await JSZip.loadAsync(fs.readFileSync(file));
  for (const entry of Object.values(zip.files)) {
    const target = path.join(folder, entry.name);
    if (entry.dir) continue;
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, await entry.async('nodebuffer'));
  }
}

/** Name -> base64 of the bytes. */
async function contents(file) {
  const zip = await JSZip.loadAsync(fs.readFileSync(file));
  const files = Object.values(zip.files).filter((entry) => !entry.dir);
  return new Map(await Promise.all(files.map(async (entry) => [entry.name, await entry.async('base64')])));
}

function readFolder(folder) {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(folder, file).split(path.sep).join('/');
      return [name, fs.readFileSync(file).toString('base64')];
    }),
  );
}

async function lint() {
  const { exitCode, output } = await runCommand([
    'npx',
    '--yes',
    LINTER,
    '--warnings-as-errors',
    packageOf('firefox'),
  ]);
  console.log(output.trimEnd());
  if (exitCode !== 0) throw new Error('The linter of addons.mozilla.org has something to say, see above.');
}

async function must(command) {
  const { exitCode, output } = await runCommand(command);
  if (exitCode !== 0) throw new Error(`${command.join(' ')} failed:\n${output}`);
}
