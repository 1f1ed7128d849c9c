import { failure, success, type Result } from '../result';
import { toBase64 } from './base64';
import { gzip } from './compress';
import type { Report } from '../report';
import { causesIn, PAGES_ID } from './report-pages';
import { reportToHtml } from './static-report';

/** What the report is made of beside the recording: the app, built into one script and one style sheet. */
export interface ReportShell {
  readonly script: string;
  readonly style: string;
  /** What the taxonomy says of a cause, in Markdown; undefined: it has no page. */
  readonly pageOf: (causeId: string) => Promise<string | undefined>;
}

/** SHA-256 of a text in base64, as Content Security Policy names a script. */
export type Sha256 = (text: string) => Promise<string>;

const CAPTURE_TYPE = 'application/x-hangup-capture+gzip';
const CAPTURE_START = `<script type="${CAPTURE_TYPE}" id="hangup-capture">`;
const APP_START = '<script type="application/x-hangup-app+gzip" id="hangup-app">';
const PAGES_START = `<script type="application/json" id="${PAGES_ID}">`;
const END = '</script>';

const STYLE_START = '<script type="application/x-hangup-style+gzip" id="hangup-style">';

/**
 * Inflates the app and runs it. The policy names the app by its hash, so that a browser runs this very text and no
 * other. A third of the size of the app as it is.
 */
const LOADER = `(async()=>{const t=(i)=>{const b=Uint8Array.from(atob(document.getElementById(i).textContent),(c)=>c.charCodeAt(0));return new Response(new Blob([b]).stream().pipeThrough(new DecompressionStream("gzip"))).text()};for(const [n,i] of [["style","hangup-style"],["script","hangup-app"]]){const e=document.createElement(n);e.textContent=await t(i);document.head.append(e)}})()`;

/** For those who read it with scripts off. */
const PLAIN_STYLE =
  '.static-report{max-width:80ch;margin:2em auto;padding:0 1em;font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}';

/**
 * One HTML file that opens in any browser, without the extension and without a network: the policy lets nothing be
 * loaded and nothing be sent. With scripts off, the findings stand in it as text.
 *
 * @param bundle the recording as a bundle's text, in pieces; redacted
 */
export async function* reportHtml(
  bundle: AsyncIterable<string> | Iterable<string>,
  report: Report,
  shell: ReportShell,
  sha256: Sha256,
): AsyncGenerator<string> {
  const hashes = await Promise.all([sha256(LOADER), sha256(shell.script)]);
  const policy = [
    "default-src 'none'",
    `script-src ${hashes.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    // React sets styles on elements; without any source to load from they can carry nothing away.
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  yield [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="generator" content="Hangup">',
    '<title>Hangup report</title>',
    `<style>${PLAIN_STYLE}</style>`,
    '</head>',
    '<body>',
    `<div id="root">${reportToHtml(report)}</div>`,
    STYLE_START,
  ].join('\n');
  yield* base64Of(gzip([shell.style]));
  yield `${END}\n${APP_START}`;
  yield* base64Of(gzip([shell.script]));
  yield `${END}\n${PAGES_START}${await pagesFor(report, shell)}${END}\n${CAPTURE_START}`;
  yield* base64Of(gzip(bundle));
  yield `${END}\n<script>${LOADER}${END}\n</body>\n</html>\n`;
}

/** The pages of what was found go with it, so that they are read offline; all of them would be a tenth of the file. */
async function pagesFor(report: Report, { pageOf }: ReportShell): Promise<string> {
  const pages: Record<string, string> = {};
  for (const causeId of causesIn(report)) {
    const page = await pageOf(causeId);
    if (page !== undefined) pages[causeId] = page;
  }
  return JSON.stringify(pages).replaceAll('<', '\\u003c');
}

/** In threes: only then do the pieces put together stay base64. */
async function* base64Of(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let left = new Uint8Array(0);
  for await (const piece of pieces) {
    const all = new Uint8Array(left.length + piece.length);
    all.set(left);
    all.set(piece, left.length);
    const whole = all.length - (all.length % 3);
    yield toBase64(all.subarray(0, whole));
    left = all.slice(whole);
  }
  yield toBase64(left);
}

/** By its first characters. */
export function isReport(text: string): boolean {
  return /^\ufeff?\s*<(?:!doctype html|html|!--)/i.test(text.slice(0, 200));
}

/** The recording in a report, as gzip in base64. The file is text here, and nothing else. */
export function captureInReport(html: string): Result<string> {
  const start = html.indexOf(CAPTURE_START);
  if (start === -1)
    return failure(
      'This is an HTML file, but no report of Hangup: open the file that was exported, not a copy of the page.',
    );
  const end = html.indexOf(END, start);
  if (end === -1) return failure('This report is cut off: download it again.');
  return success(html.slice(start + CAPTURE_START.length, end).trim());
}
