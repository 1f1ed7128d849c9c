/** What is sent, and how many of it make one measurement: a stream that lasts, of some 100 ms of a page's time. */
const KINDS = {
  'text-200': { name: 'text 200 B', count: 10_000, bytes: 200, isText: true, sockets: 1 },
  'text-200-many': { name: 'text 200 B, 100 sockets', count: 10_000, bytes: 200, isText: true, sockets: 100 },
  'text-16k': { name: 'text 16 kB', count: 4_000, bytes: 16_384, isText: true, sockets: 1 },
  'binary-64k': { name: 'binary 64 kB', count: 2_000, bytes: 65_536, isText: false, sockets: 1 },
} as const;
export type Kind = keyof typeof KINDS;
export const KIND_IDS = [
  'text-200',
  'text-200-many',
  'text-16k',
  'binary-64k',
] as const satisfies readonly Kind[];

export function isKind(text: string): text is Kind {
  return Object.hasOwn(KINDS, text);
}

/** @returns `count` is a multiple of `sockets` */
export function describeKind(kind: Kind): {
  readonly name: string;
  readonly count: number;
  readonly sockets: number;
} {
  return KINDS[kind];
}

/** JSON of this very size, or bytes. */
export function bodyOf(kind: Kind): string | Buffer {
  const { bytes, isText } = KINDS[kind];
  const frame = '{"type":"update","payload":""}';
  if (!isText) return Buffer.alloc(bytes, 7);
  return frame.replace('""}', `"${'x'.repeat(bytes - frame.length)}"}`);
}
