import { CLEAR, NOT_APPLICABLE, type Evidence } from './cause';
import type { ChainCause } from './chain-cause';
import { cutAt, hostOf, isCutFromOutside, livedThrough } from './reading/cut-together';
import { found } from './reading/found';
import { duration } from './reading/words';
import { MASS_OF_ONE_HOST, SAME_MOMENT_MS } from './thresholds';

export const massClose: ChainCause = {
  id: 'mass-close',
  layer: 'transport',
  severity: 'warning',
  title: 'Several connections were cut at the same moment',
  explanation:
    'This connection was not cut alone. What ends sockets to several hosts at once is on the side of the client: its network, a VPN, a proxy, sleep. What ends those to one host alone, while others live on, is that host, or what stands before it.',
  likelyCauses: [
    'Several hosts: the network of the client, a VPN or a company proxy.',
    'One host: its server or load balancer restarted, or was deployed anew.',
  ],
  next: [
    'Reconnect with a growing, random delay: everybody who was cut comes back now.',
    'If it was a restart, have the server close with 1001 or 1012 before it stops.',
  ],
  nextForUser: ['Check your own network if other pages stopped as well; else wait a minute.'],
  retry: 'can-succeed',
  needs: ['page-events', 'repetition'],
  explains: ['abnormal-closure'],
  diagnose({ chain, headlines, others }) {
    const index = chain.attempts.findLastIndex(({ connection }) => isCutFromOutside(connection));
    const connection = chain.attempts[index]?.connection;
    const endMs = connection?.close?.timeMs;
    if (connection === undefined || endMs === undefined || others.length === 0) return NOT_APPLICABLE;
    // A change of the network or sleep is a better word for the same.
    if (headlines[index]?.cause !== 'abnormal-closure') return CLEAR;
    const together = others.flatMap((other) => cutAt(other, endMs) ?? []);
    if (together.length === 0) return CLEAR;
    const hosts = new Set([connection, ...together].map(({ url }) => hostOf(url)));
    const spared = others.filter(
      (other) => !hosts.has(hostOf(other.endpoint)) && livedThrough(other, endMs),
    ).length;
    const count = together.length + 1;
    const [host = ''] = hosts;
    const where = hosts.size === 1 ? `all to ${host}` : `to ${hosts.size} hosts`;
    const evidence: Evidence[] = [
      {
        source: 'page-hook',
        timeMs: endMs,
        text: `${count} sockets, ${where}, were cut within ${duration(SAME_MOMENT_MS)} of each other`,
      },
    ];
    if (spared > 0) {
      const text = `${spared === 1 ? 'A socket' : `${spared} sockets`} to other hosts stayed open`;
      evidence.push({ source: 'page-hook', timeMs: endMs, text });
    }
    const isProven = hosts.size === 1 ? spared > 0 || count >= MASS_OF_ONE_HOST : spared === 0;
    return found(evidence, {
      confidence: isProven ? 'likely' : 'possible',
      title: `${count} connections ${hosts.size === 1 ? 'to one host' : `to ${hosts.size} hosts`} were cut at the same moment`,
      about: [connection.id],
    });
  },
};
