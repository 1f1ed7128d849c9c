import { expect, it } from 'vitest';
import type { Finding } from '../../core/finding';
import { toOtlp } from '../../core/report-otlp';

const FINDING: Finding = {
  cause: 'event-ids-inconsistent',
  verdict: 'found',
  layer: 'transport',
  severity: 'warning',
  confidence: 'certain',
  title: 'Events came twice',
  explanation: '',
  likelyCauses: [],
  next: ['Look.'],
  nextForUser: ['Wait.'],
  retry: 'can-succeed',
  hypotheses: [],
  evidence: [
    { source: 'page-hook', timeMs: 1_795_652_363_943.5, text: 'Event 14 came twice on one connection' },
    { source: 'page-hook', text: 'The page got an error event before the close event' },
  ],
};

/** The JSON encoding of OTLP: camelCase keys, 64-bit numbers as strings, enums as numbers, no `null`. */
it('a finding is a log record in OTLP’s JSON encoding, with the ids of events and nothing else for one', () => {
  const report = {
    connections: [],
    chains: [{ endpoint: 'wss://h/a', conversationId: 'c1', attemptCount: 3, findings: [FINDING] }],
  };
  const facts = { fileName: 'a.json', version: '1', observedMs: 1_795_652_400_000 };
  const text = (stringValue: string) => ({ stringValue });
  expect(JSON.parse(toOtlp(report, facts))).toEqual({
    resourceLogs: [
      {
        resource: {
          attributes: [
            { key: 'service.name', value: text('hangup') },
            { key: 'service.version', value: text('1') },
            { key: 'hangup.file', value: text('a.json') },
          ],
        },
        scopeLogs: [
          {
            scope: { name: 'hangup', version: '1' },
            logRecords: [
              {
                timeUnixNano: '1795652363943500000',
                observedTimeUnixNano: '1795652400000000000',
                severityNumber: 13,
                severityText: 'WARN',
                body: text('Events came twice'),
                attributes: [
                  { key: 'event.name', value: text('hangup.finding') },
                  { key: 'hangup.cause', value: text('event-ids-inconsistent') },
                  { key: 'hangup.verdict', value: text('found') },
                  { key: 'hangup.confidence', value: text('certain') },
                  { key: 'hangup.layer', value: text('transport') },
                  {
                    key: 'hangup.evidence',
                    value: {
                      arrayValue: {
                        values: FINDING.evidence.map(({ source, text: said }) => text(`${source}: ${said}`)),
                      },
                    },
                  },
                  { key: 'hangup.next', value: { arrayValue: { values: [text('Look.')] } } },
                  { key: 'hangup.event.id', value: { arrayValue: { values: [text('14')] } } },
                  { key: 'url.full', value: text('wss://h/a') },
                  { key: 'hangup.attempts', value: { intValue: '3' } },
                  { key: 'session.id', value: text('c1') },
                  { key: 'hangup.conversation.id', value: text('c1') },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
});
