import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readRecordingFile } from '../../../core/bundle/read-file';
import { writeBundle } from '../../../core/bundle/write';
import { reportOn } from '../../../core/report';
import { sampleEvents } from '../../support/sample-session';
import { FACTS, toHtml } from '../../support/write-outputs';

const LIMITS = { inflatedBytes: 50_000_000, reportBytes: 50_000_000 };

async function* inPieces(bytes: Uint8Array, length = 1_000): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  await Promise.resolve();
  for (let start = 0; start < bytes.length; start += length)
    yield new Uint8Array(bytes.subarray(start, start + length));
}
const openFile = (content: string | Uint8Array, limits = LIMITS) =>
  readRecordingFile(inPieces(typeof content === 'string' ? Buffer.from(content) : content), limits);

describe('a report in HTML', () => {
  const events = sampleEvents();

  it('holds the recording', async () => {
    const read = await openFile(await toHtml(events));
    if (!read.ok) throw new Error(read.problem);
    expect(read.value.kind).toBe('bundle');
    expect(reportOn(read.value.events)).toEqual(reportOn(events));
  });

  it('lets nothing be loaded or sent, and no script run but its own', async () => {
    const html = await toHtml(events, { script: 'alert("</script>")', style: 'p{}</style><img src=x>' });
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    const hash = createHash('sha256').update('alert("</script>")').digest('base64');
    expect(policy).toContain(`'sha256-${hash}'`);
    const scripts = [...html.matchAll(/<script(?: type="([^"]*)")?[^>]*>([^]*?)<\/script>/g)];
    for (const [, type, text = ''] of scripts.filter(([, type]) => type === undefined)) {
      expect(type).toBeUndefined();
      expect(policy).toContain(createHash('sha256').update(text).digest('base64'));
    }
    expect(html).not.toMatch(/<[^>]*\b(?:src|href)=/);
  });

  it('runs the app and sets its style, whole as they were built', async () => {
    const html = await toHtml(events, { script: 'globalThis.app = "ü</script>"', style: 'p{content:"é"}' });
    const loader = /<script>([^]*?)<\/script>/.exec(html)?.[1] ?? '';
    const appended: { readonly name: string; textContent: string }[] = [];
    const elements = new Map(
      [...html.matchAll(/<script [^>]*id="([^"]*)">([^]*?)<\/script>/g)].map(([, id, textContent]) => [
        id,
        { textContent },
      ]),
    );
    const document = {
      getElementById: (id: string) => elements.get(id),
      createElement: (name: string) => ({ name, textContent: '' }),
      head: { append: (element: (typeof appended)[number]) => appended.push(element) },
    };
    await runInNewContext(loader, { document, Uint8Array, atob, Response, Blob, DecompressionStream });
    expect(appended).toEqual([
      { name: 'style', textContent: 'p{content:"é"}' },
      { name: 'script', textContent: 'globalThis.app = "ü</script>"' },
    ]);
  });

  it('holds the pages of the causes that it names, and of no other', async () => {
    const html = await toHtml(events);
    const [, json = ''] =
      /<script type="application\/json" id="hangup-pages">([^<]*)<\/script>/.exec(html) ?? [];
    const pages: unknown = JSON.parse(json);
    const report = reportOn(events);
    const causes = report.connections.flatMap(({ findings }) => findings.map(({ cause }) => cause));
    expect(causes.length).toBeGreaterThan(0);
    expect(pages).toMatchObject(
      Object.fromEntries(causes.map((cause) => [cause, expect.stringContaining('</script>')])),
    );
    expect(pages).not.toHaveProperty('device-slept');
  });

  it('says what is wrong with scripts off, and shows what strangers wrote as text', async () => {
    const html = await toHtml(
      events.map((event) =>
        event.type === 'socket-close' ? { ...event, reason: '<img src=x onerror=alert(1)>' } : event,
      ),
    );
    const body = html.slice(html.indexOf('<body>'), html.indexOf('<script'));
    expect(body).toContain('The server closed');
    expect(body).toContain('&#60;img src=x onerror=alert(1)&#62;');
    expect(body).not.toContain('<img');
  });

  it.each([
    ['another page', '<!doctype html><p>hello', 'no report of Hangup'],
    [
      'a report that is cut off',
      '<html><script type="application/x-hangup-capture+gzip" id="hangup-capture">H4sI',
      'cut off',
    ],
    [
      'a report with something else in it',
      '<html><script type="application/x-hangup-capture+gzip" id="hangup-capture">!!!</script>',
      'damaged',
    ],
    [
      'a report with a damaged recording',
      '<html><script type="application/x-hangup-capture+gzip" id="hangup-capture">AAAA</script>',
      'damaged',
    ],
  ])('is refused where it is %s', async (_what, html, words) => {
    const read = await openFile(html);
    expect(read.ok ? '' : read.problem).toContain(words);
  });
});

describe('a gzipped file', () => {
  it('is read', async () => {
    expect(await openFile(gzipSync(writeBundle(sampleEvents(), FACTS)))).toMatchObject({ ok: true });
  });
  it('is refused where it is a bomb, before it is inflated', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, 32));
    const read = await openFile(bomb);
    expect(read.ok ? '' : read.problem).toMatch(/larger than 48 MB: it is not opened/);
  });
});
