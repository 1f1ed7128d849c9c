import { protocols } from '../../core/protocols/catalogue';
import type { Protocol } from '../../core/protocols/protocol';

const HEAD = [
  '| protocol | recognised by | what is read | what is diagnosed | tested with |',
  '| --- | --- | --- | --- | --- |',
];

/** The table of docs/protocols.md, from the catalogue. Prettier lays it out. */
export function protocolIndex(): string {
  return [...HEAD, ...protocols.map(toRow), ''].join('\n');
}

function toRow(protocol: Protocol): string {
  const { id, name, recognisedBy, decodes, testedWith } = protocol;
  const cells = [
    `[${name}](protocols/${id}.md)`,
    recognisedBy,
    decodes,
    diagnosed(protocol),
    testedWith.join('; '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** By what it holds as data: the rules that use it are the same for all. */
function diagnosed({ closeCodes, failures, heartbeat, reconnects }: Protocol): string {
  const parts = [
    count(closeCodes.length, 'close code'),
    count(failures.length, 'failure'),
    heartbeat === undefined ? undefined : 'missed heartbeats',
    reconnects.length === 0
      ? undefined
      : `reconnects of ${reconnects.map(({ client }) => client).join(', ')}`,
  ];
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? 'nothing of its own' : known.join(', ');
}

function count(number: number, what: string): string | undefined {
  return number === 0 ? undefined : `${number} ${what}${number === 1 ? '' : 's'}`;
}
