import { ably } from './ably';
import { actionCable } from './action-cable';
import { discordGateway } from './discord-gateway';
import { discordVoice } from './discord-voice';
import { centrifugo } from './centrifugo';
import { engineIo } from './engine-io';
import { geminiLive } from './gemini-live';
import { graphqlTransportWs } from './graphql-transport-ws';
import { graphqlWs } from './graphql-ws';
import { hocuspocus } from './hocuspocus';
import { homeAssistant } from './home-assistant';
import { json } from './json';
import { jsonRpc } from './json-rpc';
import { jupyter } from './jupyter';
import { mqtt } from './mqtt';
import { nats } from './nats';
import { opaque } from './opaque';
import { openaiRealtime } from './openai-realtime';
import { phoenix } from './phoenix';
import type { Protocol } from './protocol';
import { pusher } from './pusher';
import { signalr } from './signalr';
import { slack } from './slack';
import { socketIo } from './socket-io';
import { sockJs } from './sockjs';
import { stomp } from './stomp';
import { twitchEventsub } from './twitch-eventsub';
import { viteHmr } from './vite-hmr';
import { wamp } from './wamp';
import { yWebsocket } from './y-websocket';

/** Every protocol, the inner before the outer and the more special before the more general. The order is tested. */
export const protocols: readonly Protocol[] = [
  socketIo,
  engineIo,
  mqtt,
  stomp,
  nats,
  wamp,
  centrifugo,
  yWebsocket,
  hocuspocus,
  ably,
  graphqlTransportWs,
  graphqlWs,
  signalr,
  openaiRealtime,
  geminiLive,
  discordGateway,
  discordVoice,
  slack,
  twitchEventsub,
  actionCable,
  homeAssistant,
  viteHmr,
  phoenix,
  pusher,
  jupyter,
  sockJs,
  // By their messages alone.
  jsonRpc,
  // The floor.
  json,
  opaque,
];
