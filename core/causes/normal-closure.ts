import type { Connection } from '../capture/connection';
import { hiddenError } from '../close-codes/hidden-error';
import { isEngineIoAddress } from '../protocols/reading/engine-io-packet';
import { CLEAR, NOT_APPLICABLE, type Cause, type Ruling } from './cause';
import { evidenceOf, found } from './reading/found';
import { namespaceEnd } from './reading/namespace-end';
import { closerTitle, whoClosed } from './reading/who-closed';
import { quoted } from './reading/words';

export const normalClosure: Cause = {
  id: 'normal-closure',
  layer: 'close',
  severity: 'info',
  title: 'The connection was closed normally',
  explanation:
    'Both sides ended the connection with close code 1000: its purpose is fulfilled. Many clients do not reconnect after this code.',
  likelyCauses: ['The page or the server was done.'],
  next: ['Nothing, unless the connection should have lived on: then find out who called close.'],
  nextForUser: ['Nothing.'],
  retry: 'not-needed',
  needs: ['page-events'],
  diagnose(connection, { wire }) {
    const { close } = connection;
    if (close === undefined) return NOT_APPLICABLE;
    if (close.code !== 1000 || hiddenError(close.reason) !== undefined) return CLEAR;
    return namespaceEnd(connection, wire) ?? rulingForEnd(connection, close.reason);
  },
};

function rulingForEnd(connection: Connection, reason: string): Ruling {
  const closer = whoClosed(connection);
  const evidence = evidenceOf(connection);
  // phoenix.js, for one, closes with 1000 "heartbeat timeout" when the server stops answering.
  const pageReason = closer.by === 'page' ? (closer.call.reason ?? '') : '';
  if (/time(d )?[ -]?out/i.test(pageReason)) {
    return found(evidence, {
      confidence: 'certain',
      severity: 'warning',
      title: `${closerTitle(closer)}${quoted(pageReason)}`,
      next: [
        'The page gave up on a server that did not answer: look for a blocked server or a half-open connection.',
      ],
    });
  }
  if (closer.by === 'server' && isEngineIoAddress(connection.url)) {
    return found(evidence, {
      confidence: 'certain',
      severity: 'warning',
      title: `The Socket.IO server closed the connection with 1000${quoted(reason)}`,
      next: [
        'Do not take 1000 for a normal end here: python-engineio also closes with it after a missed pong and after a message over maxPayload. Compare with the last messages.',
      ],
    });
  }
  return found(evidence, {
    confidence: 'certain',
    title: `${closerTitle(closer)} normally${quoted(reason)}`,
  });
}
