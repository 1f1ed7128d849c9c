import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseEvent } from '../../core/capture/parse-event';
import { createServerProbe } from '../../platform/extension/server-probe';
import { startProbedServer, type ProbedServer } from '../support/probed-server';

let server: ProbedServer;
beforeAll(async () => {
  server = await startProbedServer();
});
afterAll(async () => {
  await server.stop();
});

const never = new AbortController().signal;

function ask(path: string, signal = never, timeoutMs = 10_000) {
  const url = `${server.wsOrigin}${path}`;
  const question = { connectionId: 'page/1', url, connectPacket: undefined };
  return createServerProbe({ timeoutMs }).run(question, signal, () => undefined);
}

it('hands over a record that the panel can read', async () => {
  const parsed = parseEvent('probe-1', await ask('/403'));
  if (!parsed.ok) throw new Error(parsed.problem);
  expect(parsed.value).toMatchObject({
    how: 'http-get',
    steps: [{ status: 403, body: '{"detail":"bad api key"}' }],
  });
});

it('keeps 64 KiB of a longer body', async () => {
  const [step] = (await ask('/large')).steps;
  expect(step?.body).toHaveLength(65_536);
  expect(step?.isBodyCut).toBe(true);
});

it('gives up after the time-out', async () => {
  const [step] = (await ask('/hang', never, 100)).steps;
  expect(step?.failure).toBe('timeout');
});

it('stops when it is cancelled', async () => {
  const cancel = new AbortController();
  const answer = ask('/hang?cancelled', cancel.signal);
  cancel.abort();
  expect((await answer).steps[0]?.failure).toBe('cancelled');
});

it('asks one question at a time', async () => {
  const probe = createServerProbe();
  const question = { connectionId: 'page/1', url: `${server.wsOrigin}/403`, connectPacket: undefined };
  const first = probe.run(question, never, () => undefined);
  await expect(probe.run(question, never, () => undefined)).rejects.toThrow('Another question');
  await first;
  expect((await probe.run(question, never, () => undefined)).steps).toHaveLength(1);
});

it('asks no address that is not http or ws', async () => {
  const question = { connectionId: 'page/1', url: 'file:///etc/passwd', connectPacket: undefined };
  await expect(createServerProbe().run(question, never, () => undefined)).rejects.toThrow('cannot be asked');
});
