import type { FaultLab } from './fault-lab';
import type { Fault } from './fault';
import { faults } from './faults';

/** Addresses that work or misbehave without being a cause of their own; good to try by hand. */
const more: readonly (readonly [title: string, path: string])[] = [
  [
    'Socket.IO that works, over polling and then WebSocket',
    '/pages/socket-io?transports=polling,websocket&emit=hello',
  ],
  [
    'Socket.IO whose server dismisses the page (41)',
    '/pages/socket-io?fault=disconnect&conversation_id=demo',
  ],
  ['Socket.IO that sends an undecodable packet', '/pages/socket-io?path=/sio-parse-error/&attempts=3'],
  ['An empty page', '/pages/blank'],
];

/** WebSocket addresses to type in by hand. */
const byHand: readonly (readonly [path: string, meaning: string])[] = [
  ['/echo', 'sends back whatever comes'],
  ['/then/4001', 'echoes, and closes with this code at the message "close"'],
  ['/silent', 'accepts and never answers again, not even a Close frame'],
  ['/flood?count=10000&size=200', 'sends that many messages of that many bytes'],
  ['/sockets/events/ID?session_api_key=good', 'OpenHands V1; also "bad" and "unknown-conversation"'],
];

/** The list of everything the lab can do wrong, with links. */
export function indexPage(lab: FaultLab): string {
  const otherRows = more.map(
    ([title, path]) => `<tr><td><a href="${escape(path)}">${escape(title)}</a></td></tr>`,
  );
  const byHandRows = byHand.map(([path, meaning]) =>
    row(`<code>${escape(lab.wsOrigin + path)}</code>`, escape(meaning)),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Fault lab</title>
<link rel="stylesheet" href="/pages/lab.css">
</head>
<body>
<h1>Fault lab</h1>
<p>Open DevTools, choose the Hangup panel, then follow a link. Each page shows what the page itself can see.</p>
<table>
<tr><th>Fault</th><th>Address</th><th>Cause</th></tr>
${faults.map((fault) => faultRow(fault, lab)).join('\n')}
</table>
<h2>More pages</h2>
<table>${otherRows.join('\n')}</table>
<h2>Sockets to open by hand</h2>
<table>${byHandRows.join('\n')}</table>
</body>
</html>
`;
}

function faultRow(fault: Fault, lab: FaultLab): string {
  const { chromium, firefox } = fault.expected;
  const cause =
    chromium.cause === firefox.cause ? chromium.cause : `${chromium.cause}; Firefox: ${firefox.cause}`;
  return row(
    `<a href="${escape(fault.page(lab))}">${escape(fault.title)}</a>`,
    `<code>${escape(fault.endpoint(lab))}</code>`,
    `<code>${escape(cause)}</code>`,
  );
}

function row(...cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
