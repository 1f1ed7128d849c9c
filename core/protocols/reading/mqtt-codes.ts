import type { KnownFailure } from '../protocol';

type Entry = readonly [code: number, meaning: string, retry: KnownFailure['retry']];

/**
 * What brokers refuse with. 1 to 5: CONNACK of MQTT 3.1 and 3.1.1, section 3.2.2.3. From 128 on: the reason codes of
 * MQTT 5, section 2.4; 128 is also how a SUBACK of 3.1.1 refuses. The two never meet in one number.
 */
const REFUSALS: readonly Entry[] = [
  [1, 'Protocol version not accepted: the broker speaks another version of MQTT', 'no'],
  [2, 'Client id rejected', 'no'],
  [3, 'Server unavailable', 'with-backoff'],
  [4, 'Bad user name or password', 'after-renewal'],
  [5, 'Not authorized', 'no'],
  [128, 'Failed, without a closer reason', 'unknown'],
  [129, 'Malformed packet', 'no'],
  [130, 'Protocol error', 'no'],
  [131, 'A reason of this broker alone (implementation specific)', 'unknown'],
  [132, 'Protocol version not supported', 'no'],
  [133, 'Client id not valid', 'no'],
  [134, 'Bad user name or password', 'after-renewal'],
  [135, 'Not authorized', 'no'],
  [136, 'Server unavailable', 'with-backoff'],
  [137, 'Server busy', 'with-backoff'],
  [138, 'Banned', 'no'],
  [139, 'Server shutting down', 'with-backoff'],
  [140, 'Bad authentication method', 'no'],
  [141, 'Keep alive timeout: nothing came from the client for 1.5 times its keep alive', 'with-backoff'],
  [142, 'Session taken over: another connection uses the same client id', 'no'],
  [143, 'Topic filter invalid', 'no'],
  [144, 'Topic name invalid', 'no'],
  [145, 'Packet id in use', 'no'],
  [146, 'Packet id not found', 'no'],
  [147, 'Receive maximum exceeded: too many messages without acknowledgement', 'no'],
  [148, 'Topic alias invalid', 'no'],
  [149, 'Packet too large', 'no'],
  [150, 'Message rate too high', 'with-backoff'],
  [151, 'Quota exceeded', 'no'],
  [152, 'Administrative action', 'no'],
  [153, 'Payload format invalid', 'no'],
  [154, 'Retain not supported', 'no'],
  [155, 'QoS not supported', 'no'],
  [156, 'Use another server, for now: connect to the one it names', 'no'],
  [157, 'Server moved, for good: connect to the one it names', 'no'],
  [158, 'Shared subscriptions not supported', 'no'],
  [159, 'Connection rate exceeded', 'with-backoff'],
  [160, 'Maximum connect time reached', 'with-backoff'],
  [161, 'Subscription ids not supported', 'no'],
  [162, 'Wildcard subscriptions not supported', 'no'],
];

export const mqttFailures: readonly KnownFailure[] = REFUSALS.map(([code, meaning, retry]) => ({
  code: String(code),
  meaning,
  retry,
}));

const BY_CODE = new Map(mqttFailures.map((failure) => [failure.code, failure]));

/** 0 to 127 say that all is well in MQTT 5; a CONNACK of 3.1.1 refuses with 1 to 5. */
export function mqttFailure(code: number): KnownFailure {
  const known = BY_CODE.get(String(code));
  return known ?? { code: String(code), meaning: `reason code ${code}`, retry: 'unknown' };
}
