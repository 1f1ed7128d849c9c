import { profilesIn } from '../core/bundle/used-profiles';
import { knownPseudonyms, toContent } from '../core/bundle/write';
import { withBrought } from '../core/profiles/brought-profiles';
import { hasErrors, reportOn, type Report } from '../core/report';
import { toNdjson } from '../core/report-ndjson';
import { toOtlp } from '../core/report-otlp';
import { toMarkdown, toText } from '../core/report-text';
import { failure } from '../core/result';
import { readInput } from './read-input';
import { readProfiles } from './read-profiles';
import { VERSION } from './version';

type Format = (report: Report, fileName: string) => string;

export const FORMATS: Readonly<Record<string, Format>> = {
  text: toText,
  markdown: toMarkdown,
  json: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
  ndjson: toNdjson,
  otlp: (report, fileName) => toOtlp(report, { fileName, version: VERSION, observedMs: Date.now() }),
};

const FACTS = { createdAt: '', appVersion: VERSION, droppedEvents: 0 };

/** @returns 0 no error found, 1 errors found, 2 a file cannot be used; the worst of all files */
export async function diagnose(
  paths: readonly string[],
  { formatName, profilePaths }: { readonly formatName: string; readonly profilePaths: readonly string[] },
): Promise<number> {
  const format = Object.hasOwn(FORMATS, formatName) ? FORMATS[formatName] : undefined;
  if (format === undefined)
    return complain(`There is no format "${formatName}": use ${Object.keys(FORMATS).join(', ')}.`);
  const profiles = await readProfiles(profilePaths);
  if (!profiles.ok) return complain(profiles.problem);
  let exitCode = 0;
  for (const path of paths) {
    const recording = await readInput(path);
    if (!recording.ok) {
      exitCode = complain(
        paths.length > 1 ? failure(`${path}: ${recording.problem}`).problem : recording.problem,
      );
      continue;
    }
    const content = toContent(recording.value, FACTS);
    const report = reportOn(
      content.events,
      knownPseudonyms(content),
      withBrought(profiles.value, profilesIn(recording.value.head)),
    );
    const text = format(report, path);
    process.stdout.write(paths.length > 1 ? amongOthers(text, path, formatName) : text);
    if (hasErrors(report)) exitCode = Math.max(exitCode, 1);
  }
  return exitCode;
}

/** Says which file it is of, where the format does not by itself. JSON is one report a line, as `jq` reads them. */
function amongOthers(text: string, path: string, formatName: string): string {
  switch (formatName) {
    case 'text':
      return `== ${path}\n${text}\n`;
    case 'markdown':
      return `## ${path}\n\n${text}\n`;
    case 'json':
      return `${JSON.stringify({ file: path, ...(JSON.parse(text) as object) })}\n`;
    default:
      return text;
  }
}

export function complain(problem: string): 2 {
  process.stderr.write(`${problem}\n`);
  return 2;
}
