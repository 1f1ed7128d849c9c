import type { Connection } from '../../capture/connection';
import type { HandshakeEvent } from '../../capture/event';
import { bareChromiumText } from '../../handshake/chromium-failure';
import { statusMeaning } from '../../handshake/http-status';
import type { Evidence } from '../cause';

const SPEAKERS = {
  'network-log': "Chromium's network log",
  'web-request': "Firefox's request log",
  file: 'The recording',
} as const;

/** What the browser's half says, in its own words. Empty where there is no such half. */
export function browserEvidence({ handshake }: Connection): Evidence[] {
  if (handshake === undefined) return [];
  const { source } = handshake;
  const timeMs = handshake.endedMs ?? handshake.timeMs;
  return statements(handshake).map((text) => ({ source, timeMs, text }));
}

function statements(handshake: HandshakeEvent): string[] {
  const { status, failure, redirectUrl } = handshake;
  const speaker = SPEAKERS[handshake.source];
  const texts: string[] = [];
  const statusLine = status === undefined ? [] : [`${speaker} says: HTTP ${status} (${nameOf(status)})`];
  if (status !== 101) texts.push(...statusLine);
  const words = failure === undefined ? undefined : bareChromiumText(failure);
  if (words === '') texts.push(`${speaker} says that it failed and leaves the reason blank`);
  else if (words !== undefined) texts.push(`${speaker} says: ${words}`);
  if (status === 101) texts.push(...statusLine);
  if (status === 101 && failure === undefined) texts.push(`${speaker} holds no failure`);
  if (redirectUrl !== undefined) texts.push(`The answer redirects to ${redirectUrl}`);
  if (status !== 101) texts.push(...answeringParty(handshake));
  return texts;
}

function nameOf(status: number): string {
  return status === 101 ? 'Switching Protocols' : statusMeaning(status).name;
}

/** Who answered tells an application from the proxy before it. */
function answeringParty({ responseHeaders = [] }: HandshakeEvent): string[] {
  const server = responseHeaders.find(([name]) => name.toLowerCase() === 'server')?.[1];
  return server === undefined ? [] : [`The answer names its server: ${server}`];
}
