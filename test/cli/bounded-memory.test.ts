import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 240_000;
const MEGABYTE = 1_048_576;
const HEAP_MEGABYTES = 256;
const SOCKETS = 8;
const MESSAGES = 500;
/** No two alike, and one byte a character in the heap: the least that it can cost to hold them. */
const BODY_LENGTH = 90_000;

let written = 0;

/** A HAR that is larger than the memory that its reader gets. */
function* largeHar(): Generator<string> {
  function piece(part: string): string {
    written += part.length;
    return part;
  }
  yield piece('{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"1"},"entries":[');
  for (let socket = 0; socket < SOCKETS; socket += 1) {
    const entry = {
      _resourceType: 'websocket',
      startedDateTime: '2026-11-25T10:00:00.000Z',
      time: 60_000,
      request: { method: 'GET', url: `wss://shop.example/live/${socket}`, headers: [] },
      response: { status: 101, statusText: 'Switching Protocols', headers: [] },
    };
    yield piece(`${socket > 0 ? ',' : ''}${JSON.stringify(entry).slice(0, -1)},"_webSocketMessages":[`);
    for (let index = 0; index < MESSAGES; index += 1) {
      const data = `${socket} ${index} `.repeat(BODY_LENGTH / 6);
      yield piece(
        `${index > 0 ? ',' : ''}${JSON.stringify({ type: 'receive', time: 1_764_064_800 + index, opcode: 1, data })}`,
      );
    }
    yield piece(']}');
  }
  yield piece(']}}');
}

it(
  'reads a HAR that is larger than its memory, and all of its connections',
  { timeout: PATIENCE_MS },
  async () => {
    const reader = spawn(
      process.execPath,
      [
        `--max-old-space-size=${HEAP_MEGABYTES}`,
        '--import',
        'tsx',
        'cli/hangup.ts',
        'diagnose',
        '-',
        '--format',
        'ndjson',
      ],
      { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] },
    );
    const [out, complaints, exitCode] = await Promise.all([
      text(reader.stdout),
      text(reader.stderr),
      new Promise<number | null>((done) => reader.on('close', done)),
      // One that dies early says why on its own.
      pipeline(Readable.from(largeHar()), reader.stdin).catch(() => undefined),
    ]);

    expect(complaints).toBe('');
    expect(written).toBeGreaterThan(1.2 * HEAP_MEGABYTES * MEGABYTE);
    expect([0, 1]).toContain(exitCode);
    for (let socket = 0; socket < SOCKETS; socket += 1)
      expect(out).toContain(`wss://shop.example/live/${socket}`);
  },
);
