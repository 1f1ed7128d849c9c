import { besideCauses } from '../../core/causes/beside-catalogue';
import { causes } from '../../core/causes/catalogue';
import type { CauseText, Layer } from '../../core/causes/cause';
import { chainCauses } from '../../core/causes/chain-catalogue';
import { NEED_WORDS } from '../../core/finding';

const LAYERS: Readonly<Record<Layer, string>> = {
  'before-handshake': 'Before a request goes out.',
  transport: 'TCP, TLS, DNS, proxies: below WebSocket.',
  handshake: 'The HTTP request that should become a socket.',
  auth: 'The server knows who asks, and says no.',
  protocol: 'The protocol inside the messages.',
  'message-transmission': 'Frames on an open connection.',
  'server-event': 'What the server tells of itself, in a message.',
  close: 'The end of a connection that worked.',
  reconnect: 'Several attempts together.',
  page: 'What the page itself did.',
};

const RETRIES = {
  'not-needed': 'not needed',
  heals: 'heals by itself',
  'can-succeed': 'a later attempt can succeed',
  'change-first': 'something must change first',
  unknown: 'not known',
} as const;

/** The tables of docs/taxonomy/README.md, from the catalogues. Prettier lays them out. */
export function taxonomyIndex(): string {
  const all: readonly CauseText[] = [...causes, ...besideCauses, ...chainCauses];
  const layers = Object.entries(LAYERS).map(([layer, words]) => {
    const rows = all.filter((cause) => cause.layer === layer).map(toRow);
    if (rows.length === 0) return '';
    const head = ['| cause | what is wrong | severity | retry | needs |', '| --- | --- | --- | --- | --- |'];
    return [`## \`${layer}\``, '', words, '', ...head, ...rows, '', ''].join('\n');
  });
  return layers.join('');
}

function toRow({ id, title, severity, retry, needs }: CauseText): string {
  const cells = [
    `[${id}](${id}.md)`,
    title,
    severity,
    RETRIES[retry],
    needs.map((need) => NEED_WORDS[need]).join(', '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
