import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { foldEvents } from '../core/capture/fold';
import { reportHtml, type ReportShell } from '../core/bundle/report-html';
import { profilesIn, withUsedProfiles } from '../core/bundle/used-profiles';
import { bundleSteps, knownPseudonyms, toContent, type BundleContent } from '../core/bundle/write';
import { harSteps } from '../core/bundle/write-har';
import { withBrought } from '../core/profiles/brought-profiles';
import type { Profile } from '../core/profiles/profile';
import { planRedaction, type RedactionPlan } from '../core/redact/plan';
import { reportOn } from '../core/report';
import { toMarkdown } from '../core/report-text';
import { complain } from './diagnose';
import { readInput } from './read-input';
import { readProfiles } from './read-profiles';
import { VERSION } from './version';

export interface ConvertOptions {
  readonly to: string;
  /** Undefined: standard output. */
  readonly output: string | undefined;
  readonly isRedacted: boolean;
  /** Pseudonyms that stay as they were. */
  readonly keep: readonly string[];
  /** Files with profiles. */
  readonly profilePaths: readonly string[];
}

/** Where the build puts the report's app, seen from the built command and from the source. */
const SHELL_FOLDERS = ['report/', '../.output/chrome-mv3/'];

export async function convert(path: string, options: ConvertOptions): Promise<number> {
  const recording = await readInput(path);
  if (!recording.ok) return complain(recording.problem);
  const read = await readProfiles(options.profilePaths);
  if (!read.ok) return complain(read.problem);
  const profiles = withBrought(read.value, profilesIn(recording.value.head));
  const facts = { createdAt: new Date().toISOString(), appVersion: VERSION, droppedEvents: 0 };
  const content = toContent(recording.value, facts);
  const plan = options.isRedacted
    ? planRedaction(content.events, { known: knownPseudonyms(content), profiles })
    : undefined;
  const names = plan?.redactions().map(({ pseudonym }) => pseudonym) ?? options.keep;
  const unknown = options.keep.find((name) => !names.includes(name));
  if (unknown !== undefined) return complain(`There is no ${unknown} in ${path}: nothing to keep.`);
  const pieces = write(
    options.profilePaths.length > 0 ? withUsedProfiles(content, profiles) : content,
    plan,
    { ...options, profiles },
  );
  if (typeof pieces === 'string') return complain(pieces);
  try {
    await writeTo(options.output, pieces);
    return 0;
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : String(problem);
    return complain(`${options.output ?? 'The output'} cannot be written: ${words}.`);
  }
}

async function writeTo(
  path: string | undefined,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const output = path === undefined ? process.stdout : createWriteStream(path);
  for await (const piece of pieces) if (!output.write(piece)) await once(output, 'drain');
  if (output === process.stdout) return;
  output.end();
  await once(output, 'finish');
}

function write(
  content: BundleContent,
  plan: RedactionPlan | undefined,
  { to, keep, profiles }: ConvertOptions & { readonly profiles: readonly Profile[] },
): Iterable<string> | AsyncIterable<string> | string {
  const redactor = plan?.redactor(new Set(keep));
  const bundle = () => bundleSteps(content, redactor, redactor === undefined ? 0 : keep.length);
  switch (to) {
    case 'bundle':
      return bundle();
    case 'har': {
      const events = content.events.map((event) => redactor?.event(event) ?? event);
      return harSteps(foldEvents(events), { appVersion: VERSION, browser: content.facts.browser ?? '' });
    }
    case 'markdown':
      return [toMarkdown(reportOn(content.events, knownPseudonyms(content), profiles))];
    case 'html': {
      const shell = readShell();
      if (shell === undefined)
        return 'The parts of the HTML report are missing: run "npm run build:chromium" first.';
      const report = reportOn(content.events, knownPseudonyms(content), profiles);
      return reportHtml(bundle(), report, shell, (text) =>
        Promise.resolve(createHash('sha256').update(text).digest('base64')),
      );
    }
    default:
      return `There is no format "${to}" to convert to: use bundle, har, html or markdown.`;
  }
}

/** The taxonomy, seen from the built command and from the source. */
const PAGE_FOLDERS = ['report/taxonomy/', '../docs/taxonomy/'];

function pageOf(causeId: string): Promise<string | undefined> {
  // Ids are the catalogue's own, and still nothing else becomes a path.
  const files = /^[a-z-]{1,80}$/.test(causeId)
    ? PAGE_FOLDERS.map((folder) => new URL(`${folder}${causeId}.md`, import.meta.url))
    : [];
  const file = files.find((one) => existsSync(one));
  return Promise.resolve(file && readFileSync(file, 'utf8'));
}

function readShell(): ReportShell | undefined {
  for (const folder of SHELL_FOLDERS) {
    const script = new URL(`${folder}report.js`, import.meta.url);
    const style = new URL(`${folder}assets/report.css`, import.meta.url);
    if (existsSync(script) && existsSync(style))
      return { script: readFileSync(script, 'utf8'), style: readFileSync(style, 'utf8'), pageOf };
  }
  return undefined;
}
