import type { Fault } from './fault';
import { nativeFault } from './fault';

/** A server that says something in its protocol, and then ends the connection with a code that says nothing. */
function said(
  id: string,
  title: string,
  facts: {
    readonly causes: string;
    readonly texts: readonly string[];
    readonly code?: number;
    readonly protocols?: string;
    readonly send?: string;
  },
): Fault {
  const { causes, texts, code = 1000, protocols, send } = facts;
  const query = new URLSearchParams([
    ...texts.map((text) => ['text', text] as [string, string]),
    ['code', String(code)],
  ]);
  return nativeFault(id, title, {
    causes,
    target: `/says/${id}?${query}`,
    params: { ...(protocols && { protocols }), ...(send && { send }) },
  });
}

/** Protocols whose own words tell more than the code at the end. */
export const protocolFaults: readonly Fault[] = [
  said('graphql-connection-error', 'A GraphQL server refuses the login in a message', {
    causes: 'protocol-error',
    protocols: 'graphql-ws',
    send: '{"type":"connection_init","payload":{}}',
    texts: ['{"type":"connection_error","payload":{"message":"Could not verify JWT: JWTExpired"}}'],
  }),
  said('action-cable-unauthorized', 'Action Cable refuses the login', {
    causes: 'protocol-ended',
    protocols: 'actioncable-v1-json',
    texts: ['{"type":"disconnect","reason":"unauthorized","reconnect":false}'],
  }),
  said('nats-authorization', 'NATS refuses the login', {
    causes: 'protocol-error',
    texts: [
      'INFO {"server_id":"LAB","version":"2.10.0","proto":1,"max_payload":1048576}\r\n',
      "-ERR 'Authorization Violation'\r\n",
    ],
    code: 1008,
  }),
  said('signalr-close', 'SignalR closes for an error', {
    causes: 'protocol-ended',
    send: '{"protocol":"json","version":1}\u001E',
    texts: ['{}\u001E', '{"type":7,"error":"Connection closed with an error."}\u001E'],
  }),
];
