import {
  HttpTransportType,
  HubConnectionBuilder,
  JsonHubProtocol,
  LogLevel,
  MessageType,
  type HubMessage,
  type IHubProtocol,
} from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { describe, expect, it } from 'vitest';
import { identify } from '../../../../core/protocols/identify';
import { signalr } from '../../../../core/protocols/signalr';
import { createTranscript } from '../../../../core/protocols/transcript';
import { toMessage } from '../protocol-table';
import {
  linesOf,
  listen,
  openingOfRecording,
  readRecording,
  record,
  type LoopbackServer,
} from '../recording';

/** A hub that answers `Add`, in the words of the real protocol: a server in Node does not exist. */
async function serve(protocol: IHubProtocol): Promise<LoopbackServer> {
  const loopback = await listen();
  loopback.server.on('connection', (socket) => {
    const say = (message: HubMessage) => {
      const written = protocol.writeMessage(message);
      socket.send(typeof written === 'string' ? written : new Uint8Array(written));
    };
    let hasBegun = false;
    socket.on('message', (data: Buffer, isBinary) => {
      if (!hasBegun) {
        hasBegun = true;
        const accepted = '{}\x1e';
        socket.send(protocol.name === 'json' ? accepted : new TextEncoder().encode(accepted));
        return;
      }
      const body = isBinary ? new Uint8Array(data).buffer : data.toString('utf8');
      for (const message of protocol.parseMessages(body, { log: () => undefined })) {
        if (message.type !== MessageType.Invocation) continue;
        say({ type: MessageType.Invocation, target: 'Added', arguments: message.arguments });
        const invocationId = message.invocationId ?? '';
        say({ type: MessageType.Completion, invocationId, result: 3 });
      }
    });
  });
  return loopback;
}

describe.each([new JsonHubProtocol(), new MessagePackHubProtocol()])(
  'the real client of SignalR with $name',
  (protocol) => {
    it('is read from its handshake to its close', async () => {
      await using loopback = await serve(protocol);
      const recording = record();
      const options = {
        skipNegotiation: true,
        transport: HttpTransportType.WebSockets,
        // Its types hide this option, which is for tests.
        WebSocket: recording.WebSocket,
      };
      const connection = new HubConnectionBuilder()
        .withUrl(loopback.url.replace('ws:', 'http:'), options)
        .withHubProtocol(protocol)
        .configureLogging(LogLevel.None)
        .build();
      connection.on('Added', () => undefined);
      await connection.start();
      expect(await connection.invoke('Add', 1, 2)).toBe(3);
      await connection.stop();

      expect(linesOf(readRecording(signalr, recording))).toEqual([
        `handshake: ${protocol.name}, version 1`,
        'handshake accepted',
        // The client tells at once that it is there.
        'ping',
        'invoke Add, call 0',
        'event Added',
        'call 0 done',
        'close: the client ends it',
      ]);
      expect(identify(openingOfRecording(recording))).toBe(signalr);
      const transcript = createTranscript(signalr, openingOfRecording(recording));
      transcript.readOn(recording.samples.map((sample, index) => toMessage(sample, index)));
      expect([0, 3].map((index) => transcript.callAt(index)?.answerIndex)).toEqual([1, 5]);
      expect(transcript.unanswered()).toEqual([]);
    });
  },
);
