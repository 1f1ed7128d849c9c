import type { Wire } from '../../protocols/wire';

/** How long a side waits for the other's heartbeat, in milliseconds, where it is known; else undefined. */
export function deadAfterMs({ protocol, notable }: Wire): number | undefined {
  const limit = protocol.heartbeat?.deadAfterMs;
  if (typeof limit === 'number') return limit;
  if (limit !== 'negotiated') return undefined;
  const opening = notable.find(({ packet }) => packet.kind === 'control' && packet.name === 'open');
  const data = opening?.packet.data;
  if (typeof data !== 'object' || data === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(data));
  const everyMs = fields.get('pingIntervalMs');
  const timeoutMs = fields.get('pingTimeoutMs');
  return typeof everyMs === 'number' && typeof timeoutMs === 'number' ? everyMs + timeoutMs : undefined;
}
