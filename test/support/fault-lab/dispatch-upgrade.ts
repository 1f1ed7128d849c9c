import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { refuse, sentence } from './answer';
import { BadRequest } from './bad-request';
import { badFrames } from './bad-frames';
import { badHandshakes } from './bad-handshakes';
import { closes } from './closes';
import { dropFamily } from './drops';
import { engineIoByHand } from './engine-io-by-hand';
import { createInTurn } from './in-turn';
import { limits } from './limits';
import { messages } from './messages';
import { openHands } from './open-hands';
import { readAddress } from './read-address';
import { createRetries } from './retries';
import { says } from './says';
import { statuses } from './statuses';
import type { Family } from './upgrade';

/** Looks up the fault that an upgrade's path names and lets it loose on the socket. */
export function createUpgradeDispatcher(): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  const webSocketServer = new WebSocketServer({ noServer: true });
  const named: Family = {
    ...messages,
    ...says,
    ...limits,
    ...statuses,
    ...closes,
    ...dropFamily,
    ...badHandshakes,
    ...badFrames,
    ...createRetries(),
    ...openHands,
    ...engineIoByHand,
  };
  const families: Family = { ...named, 'in-turn': createInTurn(named) };

  return (request, socket, head) => {
    if (!(socket instanceof Socket)) return void socket.destroy();
    try {
      const { segments, query } = readAddress(request.url);
      const [name = '', ...rest] = segments;
      const handler = Object.hasOwn(families, name) ? families[name] : undefined;
      if (handler === undefined) {
        refuse(socket, sentence(404, `There is no fault "${name}". See / for the list.`));
        return;
      }
      handler({
        request,
        socket,
        segments: rest,
        query,
        accept: (use) =>
          webSocketServer.handleUpgrade(request, socket, head, (webSocket) => {
            // A client that breaks the protocol gets its 1002 from `ws`; there is nothing to add.
            webSocket.on('error', () => undefined);
            use(webSocket);
          }),
      });
    } catch (problem) {
      const answer =
        problem instanceof BadRequest
          ? sentence(400, problem.message)
          : sentence(500, `The lab itself failed: ${String(problem)}`);
      refuse(socket, answer);
    }
  };
}
