import type { Connection } from '../../core/capture/connection';
import type { EventOf } from '../../core/capture/event';
import { buildConnection, START_MS, type ConnectionFacts } from './connection-builder';

const POLLING_ID = 7;
const page = { streamId: 'page:1', source: 'page-hook' } as const;
const when = (at: number) => ({ seq: at * 10, timeMs: START_MS + at });

/** An Engine.IO session on HTTP polling, open unless it says how it ended. */
export function polling(facts: {
  readonly failure?: {
    readonly at: number;
    readonly status: number;
    readonly body?: string;
    readonly isAborted?: boolean;
  };
  /** Who sent Engine.IO's CLOSE packet. */
  readonly closePacket?: { readonly at: number; readonly direction: 'in' | 'out' };
  readonly failedUpgrades?: readonly ConnectionFacts[];
  readonly bodies?: readonly {
    readonly at: number;
    readonly direction: 'in' | 'out';
    readonly text: string;
  }[];
  readonly transport?: Connection['transport'];
}): ConnectionFacts {
  const { failure, closePacket, failedUpgrades = [], bodies = [], transport = 'polling' } = facts;
  const endAt = failure?.at ?? closePacket?.at;
  const messages = bodies.map(({ at, ...body }): EventOf<'message'> => toMessage(at, body));
  return {
    url: 'https://h/socket.io/?EIO=4&transport=polling',
    openAt: 50,
    more: {
      transport,
      pollingSocketId: POLLING_ID,
      messages,
      messageCount: messages.length,
      ...(endAt === undefined ? {} : { endedMs: START_MS + endAt, state: 'closed' }),
      pollingFailures:
        failure === undefined
          ? []
          : [
              {
                ...page,
                ...failure,
                ...when(failure.at),
                type: 'polling-failed',
                socketId: POLLING_ID,
                method: 'GET',
              },
            ],
      sessionEnd: closePacket && toMessage(closePacket.at, { direction: closePacket.direction, text: '1' }),
      failedUpgrades: failedUpgrades.map(buildConnection),
    },
  };
}

function toMessage(
  at: number,
  body: { readonly direction: 'in' | 'out'; readonly text: string },
): EventOf<'message'> {
  return {
    ...page,
    ...when(at),
    type: 'message',
    socketId: POLLING_ID,
    format: 'text',
    sizeBytes: body.text.length,
    ...body,
  };
}

/** A WebTransport session and how it ended. */
export function webTransport(facts: {
  readonly openAt?: number;
  readonly closeCall?: NonNullable<ConnectionFacts['closeCall']>;
  readonly end?: Pick<EventOf<'webtransport-closed'>, 'closeCode' | 'reason' | 'error'>;
}): ConnectionFacts {
  const { end, ...rest } = facts;
  return {
    url: 'https://h/wt',
    ...rest,
    more: {
      transport: 'webtransport',
      ...(end === undefined
        ? {}
        : {
            endedMs: START_MS + 900,
            state: 'closed',
            webTransportEnd: { ...page, ...when(900), type: 'webtransport-closed', socketId: 0, ...end },
          }),
    },
  };
}
