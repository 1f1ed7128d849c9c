import type { Connection } from '../../capture/connection';
import type { Evidence } from '../cause';
import { duration } from './words';

/** Default idle timeouts of what commonly stands between browser and server (vendors' documentation). */
const IDLE_TIMEOUTS: readonly (readonly [seconds: number, who: string])[] = [
  [55, "Heroku's router"],
  [60, 'nginx (proxy_read_timeout), AWS ALB and Apache'],
  [100, "Cloudflare's proxy"],
  [240, "Azure's load balancer"],
  [300, 'Azure Front Door'],
  [350, "AWS's NLB"],
  [600, 'AWS API Gateway'],
];
/** How far from the default a silence may be. Our choice. */
const SLACK_MS = 2_000;

export interface Silence {
  readonly evidence: readonly Evidence[];
  readonly next: readonly string[];
}

/** How long nothing had been said before the end. Undefined where no message was recorded: that proves no silence. */
export function silence({ messages }: Connection, endMs: number): Silence | undefined {
  const last = messages.at(-1);
  if (last === undefined) return undefined;
  const quietMs = endMs - last.timeMs;
  const text = `The last recorded message came ${duration(quietMs)} before the end`;
  const timeout = IDLE_TIMEOUTS.find(([seconds]) => Math.abs(quietMs - seconds * 1_000) <= SLACK_MS);
  const next = timeout === undefined ? [] : [timeoutAdvice(timeout)];
  return { evidence: [{ source: last.source, text, timeMs: last.timeMs }], next };
}

function timeoutAdvice([seconds, who]: readonly [number, string]): string {
  return `It was silent for about ${seconds} s, the default idle timeout of ${who}: if one of them is on the way and it happens again, raise that timeout or ping more often.`;
}
