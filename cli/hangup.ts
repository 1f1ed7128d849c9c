import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readRecording } from '../core/bundle/read';
import { hasErrors, reportOn, type Report } from '../core/report';
import { toMarkdown, toText } from '../core/report-text';
import { failure, success, type Result } from '../core/result';

const USAGE = `Usage: hangup diagnose FILE [--format text|json|markdown]

Names why each WebSocket connection in FILE ended. FILE is a Hangup bundle or a HAR with WebSocket
messages, as Chromium's DevTools export it.

Exit codes: 0 no error found, 1 errors found, 2 the input cannot be used.`;

const FORMATS: Readonly<Record<string, (report: Report) => string>> = {
  text: toText,
  markdown: toMarkdown,
  json: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
};

function readFile(path: string): Result<string> {
  try {
    return success(decode(readFileSync(path)));
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
    if (code === 'ENOENT') return failure(`There is no file at ${path}.`);
    if (code === 'EISDIR') return failure(`${path} is a folder: name a file in it.`);
    if (code === 'EACCES') return failure(`${path} may not be read by you.`);
    return failure(
      `${path} cannot be read: ${problem instanceof Error ? problem.message : String(problem)}.`,
    );
  }
}

/** PowerShell's `>` writes UTF-16; its byte order mark says so. Everything else is UTF-8. */
function decode(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

function run(): Result<{ readonly output: string; readonly exitCode: number }> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return success({ output: `${USAGE}\n`, exitCode: 0 });
  const [command, path, ...others] = positionals;
  if (command !== 'diagnose' || path === undefined || others.length > 0) return failure(USAGE);
  const format = Object.hasOwn(FORMATS, values.format) ? FORMATS[values.format] : undefined;
  if (format === undefined)
    return failure(`There is no format "${values.format}": use text, json or markdown.`);
  const text = readFile(path);
  if (!text.ok) return text;
  const recording = readRecording(text.value);
  if (!recording.ok) return recording;
  const report = reportOn(recording.value.events);
  return success({ output: format(report), exitCode: hasErrors(report) ? 1 : 0 });
}

function runSafely(): ReturnType<typeof run> {
  try {
    return run();
  } catch (problem) {
    // parseArgs throws on an unknown option; its message says which.
    return failure(problem instanceof Error ? problem.message : String(problem));
  }
}

const result = runSafely();
if (result.ok) process.stdout.write(result.value.output);
else process.stderr.write(`${result.problem}\n`);
process.exitCode = result.ok ? result.value.exitCode : 2;
