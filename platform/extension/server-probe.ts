import { PROBE_BODY_LIMIT } from '../../core/capture/probe-event';
import type { ProbeEvent } from '../../core/capture/event';
import { ERROR_TEXT_LIMIT, URL_LIMIT } from '../../core/capture/event-parts';
import { hasBadPort } from '../../core/probe/bad-ports';
import {
  nextRequest,
  planProbe,
  PROBE_TIMEOUT_MS,
  type ProbePlan,
  type ProbeQuestion,
  type ProbeRequest,
} from '../../core/probe/plan';

type Step = ProbeEvent['steps'][number];

/** Runs one probe at a time. */
export interface ServerProbe {
  /**
   * Sends the requests and resolves with the record for the panel. `onStep` is told each request's number, from 1,
   * before it is sent. Rejects with a sentence when the address is not an http(s) or ws(s) one, or another probe runs.
   */
  run(
    question: ProbeQuestion,
    signal: AbortSignal,
    onStep: (step: number) => void,
  ): Promise<Omit<ProbeEvent, 'streamId'>>;
}

export function createServerProbe({ timeoutMs = PROBE_TIMEOUT_MS } = {}): ServerProbe {
  let isBusy = false;

  async function askAll(plan: ProbePlan, signal: AbortSignal, onStep: (step: number) => void) {
    const steps: Step[] = [];
    for (;;) {
      const request = nextRequest(plan, steps);
      if (request === undefined) return steps;
      onStep(steps.length + 1);
      steps.push(await ask(request, signal, timeoutMs));
    }
  }

  return {
    async run(question, signal, onStep) {
      // Checked here again: what a port delivers is only what a sender says.
      const plan = planProbe(question);
      if (plan === undefined) throw new Error('This address cannot be asked over HTTP.');
      if (isBusy) throw new Error('Another question is under way. Wait for its answer, then ask again.');
      isBusy = true;
      try {
        const startedMs = now();
        const steps = await askAll(plan, signal, onStep);
        const { connectionId, url } = question;
        return {
          type: 'probe',
          source: 'probe',
          seq: 1,
          timeMs: now(),
          connectionId,
          url: url.slice(0, URL_LIMIT),
          how: plan.how,
          startedMs,
          steps,
        };
      } finally {
        isBusy = false;
      }
    },
  };
}

async function ask(request: ProbeRequest, cancelled: AbortSignal, timeoutMs: number): Promise<Step> {
  const { method, url, body } = request;
  const asked = { method, url: url.slice(0, URL_LIMIT) };
  const timeout = AbortSignal.timeout(timeoutMs);
  let answered: Step = asked;
  try {
    const response = await fetch(url, {
      method,
      // Socket.IO's own client sends packets so, and it needs no preflight.
      ...(body === undefined ? {} : { body, headers: { 'Content-Type': 'text/plain;charset=UTF-8' } }),
      credentials: 'include',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([cancelled, timeout]),
    });
    if (response.type === 'opaqueredirect') return { ...asked, failure: 'redirect' };
    answered = {
      ...asked,
      status: response.status,
      statusText: response.statusText.slice(0, 200),
      headers: [...response.headers]
        .slice(0, 200)
        .map(([name, value]) => [name.slice(0, 500), value.slice(0, 8_192)]),
    };
    return { ...answered, ...(await readBody(response)) };
  } catch (problem) {
    const failureText = String(problem).slice(0, ERROR_TEXT_LIMIT);
    return { ...answered, failure: failureOf(url, cancelled, timeout), failureText };
  }
}

function failureOf(url: string, cancelled: AbortSignal, timeout: AbortSignal): NonNullable<Step['failure']> {
  if (cancelled.aborted) return 'cancelled';
  if (timeout.aborted) return 'timeout';
  return hasBadPort(url) ? 'refused-port' : 'network';
}

/** The beginning of the body, read as it comes: an answer may be endless. */
async function readBody(response: Response): Promise<Pick<Step, 'body' | 'isBodyCut'>> {
  if (response.body === null) return { body: '' };
  const reader = response.body.getReader();
  const bytes = new Uint8Array(PROBE_BODY_LIMIT);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { body: new TextDecoder().decode(bytes.subarray(0, length)) };
    const room = PROBE_BODY_LIMIT - length;
    bytes.set(value.subarray(0, room), length);
    length += Math.min(room, value.length);
    if (value.length <= room) continue;
    await reader.cancel();
    return { body: new TextDecoder().decode(bytes.subarray(0, length)), isBodyCut: true };
  }
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
