import type { Decoding, Packet, Protocol } from './protocol';
import { parseAddress } from './reading/address';
import { textOf, type JsonFields } from './reading/json-fields';
import { readJupyter, type JupyterMessage } from './reading/jupyter-message';
import { createStatelessReader } from './reading/reader';

const V1 = 'v1.kernel.websocket.jupyter.org';
/** Of code, names and outputs, as much as a line has room for. */
const SHOWN = 80;

export const jupyter: Protocol = {
  id: 'jupyter',
  name: 'Jupyter kernel messages',
  recognisedBy: `The subprotocol \`${V1}\`, or a path that ends in \`/api/kernels/<id>/channels\`.`,
  decodes:
    'Requests with their replies and time, status of the kernel, output and errors of the code, comms; as JSON, as JSON with buffers, and in the binary subprotocol.',
  recognise({ url, offered, accepted }) {
    if ((accepted === '' ? offered : [accepted]).includes(V1)) return 'certain';
    const path = parseAddress(url)?.path ?? '';
    return accepted === '' && /\/api\/kernels\/[^/]+\/channels$/.test(path) ? 'certain' : undefined;
  },
  open: ({ accepted }) =>
    createStatelessReader((message): Decoding => {
      const read = readJupyter(message, accepted === V1);
      return read === undefined ? 'unreadable' : [toPacket(read, message.direction)];
    }),
  closeCodes: [
    {
      from: 1000,
      meaning: 'The session was closed on purpose: JupyterLab takes it, like 1001, for the end.',
      retry: 'no',
    },
    {
      from: 1005,
      meaning:
        'The server closed without a code: the kernel was shut down, another connection of the same session took its place, or a ping was not answered within 90 s.',
      retry: 'unknown',
      by: 'server',
    },
  ],
  failures: [
    { code: 'aborted', meaning: 'The request was dropped, because one before it failed', retry: 'yes' },
    { code: 'dead', meaning: 'The kernel died and does not come back by itself', retry: 'after-renewal' },
    {
      code: 'autorestarting',
      meaning: 'The kernel died and is started again: its variables are gone',
      retry: 'yes',
    },
    { code: 'KeyboardInterrupt', meaning: 'The code was interrupted', retry: 'yes' },
    {
      code: 'ModuleNotFoundError',
      meaning: "The code imports a module that the kernel's Python lacks",
      retry: 'no',
    },
    { code: 'MemoryError', meaning: 'The code asked for more memory than there is', retry: 'no' },
  ],
  heartbeat: {
    sentBy: 'server',
    everyMs: 30_000,
    deadAfterMs: 90_000,
    note: 'The server pings below the messages, where a page does not see it, and closes without a code if nothing answers; kernels have a heartbeat of their own with the server.',
  },
  reconnects: [
    {
      client: 'JupyterLab (@jupyterlab/services 7.6)',
      waits: { kind: 'list', ms: [0, 1_000, 3_000, 7_000, 15_000, 31_000, 63_000] },
      jitter: 1,
      attempts: 7,
      note: 'Not after 1000 and 1001.',
    },
  ],
  testedWith: [
    'jupyter-server 1.23.3 with ipykernel 6.17.0 and the serializer of @jupyterlab/services 7.6.6, recorded in both forms',
  ],
};

function toPacket(message: JupyterMessage, direction: 'in' | 'out'): Packet {
  const { type, id, parentId, channel, content, bufferCount } = message;
  const buffers = bufferCount === 0 ? '' : `, ${bufferCount} ${bufferCount === 1 ? 'buffer' : 'buffers'}`;
  const common = {
    name: type,
    ...(channel !== undefined && { channel }),
    ...(content !== undefined && { data: Object.fromEntries(content) }),
  };
  const reply = parentId === undefined ? undefined : { replyTo: parentId };
  if (type.endsWith('_request')) {
    const of = clipped(content?.get('code') ?? content?.get('target_name') ?? content?.get('prompt'));
    const call = id === undefined ? undefined : { callId: id };
    return { ...common, ...call, kind: 'request', summary: `${words(type)}${of}${buffers}` };
  }
  if (type.endsWith('_reply')) return { ...common, ...reply, kind: 'response', ...outcome(type, content) };
  switch (type) {
    case 'status':
      return { ...common, ...status(textOf(content?.get('execution_state')) ?? 'unknown') };
    case 'error': {
      const failure = failureIn(content);
      return { ...common, kind: 'error', summary: `error: ${failure.code}: ${failure.message}`, failure };
    }
    case 'stream': {
      const name = textOf(content?.get('name')) ?? 'output';
      return { ...common, kind: 'event', summary: `${name}${clipped(content?.get('text'))}` };
    }
    default: {
      const of = clipped(content?.get('target_name') ?? content?.get('code'));
      const what = direction === 'out' ? 'send ' : '';
      return { ...common, kind: 'event', summary: `${what}${words(type)}${of}${buffers}` };
    }
  }
}

function outcome(type: string, content: JsonFields | undefined): Pick<Packet, 'summary' | 'failure'> {
  const said = textOf(content?.get('status')) ?? 'no status';
  if (said === 'ok' || said === 'no status') return { summary: `${words(type)}: ${said}` };
  // IPython of old said "abort".
  if (said.startsWith('abort'))
    return { summary: `${words(type)}: aborted`, failure: { code: 'aborted', message: '' } };
  const failure = failureIn(content);
  return { summary: `${words(type)}: ${failure.code}: ${failure.message}`, failure };
}

function failureIn(content: JsonFields | undefined): { readonly code: string; readonly message: string } {
  return {
    code: textOf(content?.get('ename')) ?? 'error',
    message: textOf(content?.get('evalue')) ?? '',
  };
}

function status(state: string): Pick<Packet, 'kind' | 'summary' | 'failure'> {
  const summary = `kernel is ${state}`;
  return state === 'dead' || state === 'autorestarting'
    ? { kind: 'error', summary, failure: { code: state, message: '' } }
    : { kind: 'control', summary };
}

/** `execute_request` as words. */
function words(type: string): string {
  return type.replaceAll('_', ' ');
}

function clipped(value: unknown): string {
  const line =
    textOf(value)
      ?.slice(0, 2 * SHOWN)
      .replace(/\s+/g, ' ')
      .trim() ?? '';
  if (line === '') return '';
  return `: ${line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line}`;
}
