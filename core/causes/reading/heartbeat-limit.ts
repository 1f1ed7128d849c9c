import type { Wire } from '../../protocols/wire';

/** How long a side waits for the other's heartbeat, in milliseconds, where it is known; else undefined. */
export function deadAfterMs(wire: Wire): number | undefined {
  const limit = wire.protocol.heartbeat?.deadAfterMs;
  if (typeof limit === 'number') return limit;
  if (limit !== 'negotiated') return undefined;
  const agreed = agreedHeartbeat(wire);
  return agreed && agreed.everyMs + agreed.timeoutMs;
}

/** What Engine.IO's server announced in its opening; undefined: it was not seen, or says nothing of it. */
export function agreedHeartbeat({
  notable,
}: Wire): { readonly everyMs: number; readonly timeoutMs: number } | undefined {
  const opening = notable.find(({ packet }) => packet.kind === 'control' && packet.name === 'open');
  const data = opening?.packet.data;
  if (typeof data !== 'object' || data === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(data));
  const everyMs = fields.get('pingIntervalMs');
  const timeoutMs = fields.get('pingTimeoutMs');
  return typeof everyMs === 'number' && typeof timeoutMs === 'number' ? { everyMs, timeoutMs } : undefined;
}
