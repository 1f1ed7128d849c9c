import type { Finding } from './finding';
import type { Report } from './report';

export interface OtlpFacts {
  readonly fileName: string;
  readonly version: string;
  /** When the findings were made, in milliseconds since the epoch, for those whose evidence has no time. */
  readonly observedMs: number;
}

/** OpenTelemetry's log data model: INFO, WARN, ERROR. */
const SEVERITIES = { info: [9, 'INFO'], warning: [13, 'WARN'], error: [17, 'ERROR'] } as const;

/**
 * Findings as log records in OTLP's JSON encoding, as an OpenTelemetry collector takes them at `/v1/logs`. With the
 * conversation's id as an attribute they join the server's own logs.
 */
export function toOtlp(report: Report, facts: OtlpFacts): string {
  const { fileName, version } = facts;
  const logRecords = [
    ...report.connections.flatMap(({ url, conversationId, findings }) =>
      findings.map((finding) => toRecord(finding, { 'url.full': url, ...named(conversationId) }, facts)),
    ),
    ...report.chains.flatMap(({ endpoint, conversationId, attemptCount, findings }) =>
      findings.map((finding) =>
        toRecord(
          finding,
          { 'url.full': endpoint, 'hangup.attempts': attemptCount, ...named(conversationId) },
          facts,
        ),
      ),
    ),
  ];
  const resource = { 'service.name': 'hangup', 'service.version': version, 'hangup.file': fileName };
  const body = {
    resourceLogs: [
      {
        resource: { attributes: toAttributes(resource) },
        scopeLogs: [{ scope: { name: 'hangup', version }, logRecords }],
      },
    ],
  };
  return `${JSON.stringify(body)}\n`;
}

function named(conversationId: string | undefined): Attributes {
  return conversationId === undefined
    ? {}
    : { 'session.id': conversationId, 'hangup.conversation.id': conversationId };
}

/** "Event 14 came twice". An id has a digit: "an error event before the close event" names none. */
const EVENT_ID = /\bevent(?: id)? (?=[\w-]{0,63}\d)([\w-]{1,64})/i;

function toRecord(finding: Finding, more: Attributes, { observedMs }: OtlpFacts) {
  const { title, cause, verdict, severity, confidence, layer, evidence, next } = finding;
  const [severityNumber, severityText] = SEVERITIES[severity];
  const times = evidence.map(({ timeMs }) => timeMs).filter((timeMs) => timeMs !== undefined);
  const timeMs = times.length === 0 ? observedMs : Math.max(...times);
  const eventIds = evidence.flatMap(({ text }) => EVENT_ID.exec(text)?.[1] ?? []);
  return {
    timeUnixNano: toNanos(timeMs),
    observedTimeUnixNano: toNanos(observedMs),
    severityNumber,
    severityText,
    body: { stringValue: title },
    attributes: toAttributes({
      'event.name': 'hangup.finding',
      'hangup.cause': cause,
      'hangup.verdict': verdict,
      'hangup.confidence': confidence,
      'hangup.layer': layer,
      'hangup.evidence': evidence.map(({ source, text }) => `${source}: ${text}`),
      'hangup.next': next,
      ...(eventIds.length > 0 && { 'hangup.event.id': eventIds }),
      ...more,
    }),
  };
}

type Attributes = Readonly<Record<string, string | number | readonly string[]>>;

function toAttributes(attributes: Attributes) {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: toValue(value) }));
}

function toValue(value: string | number | readonly string[]) {
  if (typeof value === 'string') return { stringValue: value };
  // Protocol buffers write 64-bit numbers as strings in JSON.
  if (typeof value === 'number') return { intValue: String(value) };
  return { arrayValue: { values: value.map((one) => ({ stringValue: one })) } };
}

/** A nanosecond is less than a double can tell apart at this size, so the digits are put together as text. */
function toNanos(ms: number): string {
  const whole = Math.max(0, Math.floor(ms));
  const nanos = Math.floor((Math.max(0, ms) - whole) * 1e6);
  return `${whole}${String(nanos).padStart(6, '0')}`;
}
