import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** One build: its manifest, and its files by path as Latin-1 text, so that one character is one byte. */
export function readBuild(folder) {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const files = {};
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    files[path.relative(folder, file).split(path.sep).join('/')] = fs.readFileSync(file, 'latin1');
  }
  return { manifest, files };
}

const isReport = (file) => /(?:^|\/)report\.(?:js|css)$/.test(file);
const isHook = (script) => script.world === 'MAIN';

/** Upper bounds in bytes. What runs in every frame of every page is dear; the panel runs once. */
const BUDGETS = [
  // Observes WebSocket (10.7 kB of it), Engine.IO polling and WebTransport. Our aim is 8 kB for the first.
  { name: 'page hook', limit: 20_000, filesOf: (build) => scriptFiles(build, isHook) },
  { name: 'relay', limit: 6_000, filesOf: (build) => scriptFiles(build, (script) => !isHook(script)) },
  {
    name: 'panel',
    limit: 1_600_000,
    filesOf: (build) => withEverythingNamed(build, 'panel.html').filter((file) => !isReport(file)),
  },
  // What goes into each exported HTML file, as it stands there: compressed.
  {
    name: 'report',
    limit: 390_000,
    isCompressed: true,
    filesOf: (build) => Object.keys(build.files).filter(isReport),
  },
];

function scriptFiles({ manifest }, wanted) {
  return (manifest.content_scripts ?? []).filter(wanted).flatMap((script) => script.js ?? []);
}

/** A file and all that its text names, directly or not. Built names carry a hash, so a name is never a coincidence. */
function withEverythingNamed({ files }, first) {
  const found = new Set([first]);
  for (const file of found) {
    for (const other of Object.keys(files)) {
      if (/\.(js|css|woff2?|svg|png)$/.test(other) && files[file]?.includes(path.posix.basename(other)))
        found.add(other);
    }
  }
  return [...found];
}

/** One row per budget: {name, bytes, limit}. A missing file counts as a problem, not as 0 bytes. */
export function measure(build) {
  return BUDGETS.map(({ name, limit, isCompressed, filesOf }) => {
    const names = filesOf(build);
    const missing = names.length === 0 || names.some((file) => build.files[file] === undefined);
    const sizeOf = (text) => (isCompressed ? gzipSync(Buffer.from(text, 'latin1')).length : text.length);
    const bytes = names.reduce((sum, file) => sum + sizeOf(build.files[file] ?? ''), 0);
    return { name, bytes: missing ? undefined : bytes, limit };
  });
}

/** Permissions that blank Chromium's own failure text for every page, even when they are only optional. */
const HIDES_REASONS = /^(webRequest|declarativeNetRequest)/;

/** Sentences about what the manifest must not say, or must. */
export function manifestProblems(manifest, browser) {
  const problems = [];
  if (browser === 'chromium') {
    for (const list of ['permissions', 'optional_permissions']) {
      for (const permission of (manifest[list] ?? []).filter((name) => HIDES_REASONS.test(name))) {
        problems.push(
          `${list} holds ${permission}, which hides the reasons of failed handshakes from everyone.`,
        );
      }
    }
  }
  const scripts = manifest.content_scripts ?? [];
  const hook = scripts.findIndex(isHook);
  const relay = scripts.findIndex((script) => !isHook(script));
  if (hook < 0) problems.push('There is no content script in the MAIN world.');
  if (relay < 0) problems.push('There is no content script in the isolated world.');
  // The hook hands its port over once, at once: the relay has to be listening already.
  if (hook >= 0 && relay > hook)
    problems.push('The relay is listed after the page hook: it would miss the hand-over.');
  for (const script of scripts) {
    const name = (script.js ?? []).join(', ');
    if (script.all_frames !== true) problems.push(`${name} does not run in all frames.`);
    if (script.run_at !== 'document_start') problems.push(`${name} does not run at document_start.`);
    if (script.match_origin_as_fallback !== true)
      problems.push(`${name} misses about:blank and blob: frames.`);
  }
  return problems;
}
