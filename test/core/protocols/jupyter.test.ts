import { jupyter } from '../../../core/protocols/jupyter';
import { DEFAULT, V1 } from './jupyter-samples';
import { describeProtocol, toMessage } from './protocol-table';

const URL = 'ws://127.0.0.1:8888/api/kernels/985260d4-c64d-4421-ba31-410e5c0fb0ff/channels?session_id=1e9c';
const SUBPROTOCOL = 'v1.kernel.websocket.jupyter.org';
const TRACEBACK = { code: 'ZeroDivisionError', message: 'division by zero' };

describeProtocol(jupyter, {
  conversations: [
    {
      shows: 'reads a run, its output, a failure and buffers, as JSON',
      url: URL,
      isWhole: true,
      wire: [
        [
          { out: DEFAULT.execute },
          {
            kind: 'request',
            name: 'execute_request',
            summary: 'execute request: 1+1',
            channel: 'shell',
            callId: 'm2',
          },
        ],
        [{ in: DEFAULT.busy }, { kind: 'control', summary: 'kernel is busy', channel: 'iopub' }],
        [{ in: DEFAULT.result }, { kind: 'event', name: 'execute_result' }],
        [{ in: DEFAULT.ok }, { kind: 'response', summary: 'execute reply: ok', replyTo: 'm2' }],
        [
          { in: DEFAULT.error },
          { kind: 'error', summary: 'error: ZeroDivisionError: division by zero', failure: TRACEBACK },
        ],
        [{ in: DEFAULT.failed }, { kind: 'response', replyTo: 'm3', failure: TRACEBACK }],
        [{ in: DEFAULT.stream }, { kind: 'event', summary: 'stdout: hi' }],
        [
          { in: DEFAULT.comm },
          { kind: 'event', summary: 'comm open: t, 2 buffers', channel: 'iopub', name: 'comm_open' },
        ],
      ],
    },
    {
      shows: 'reads the same in the binary subprotocol, and a kernel that died',
      url: URL,
      offered: [SUBPROTOCOL],
      accepted: SUBPROTOCOL,
      isWhole: true,
      wire: [
        [
          { out: V1.execute },
          { kind: 'request', summary: 'execute request: 1+1', channel: 'shell', callId: 'm2' },
        ],
        [{ in: V1.busy }, { kind: 'control', summary: 'kernel is busy', channel: 'iopub' }],
        [{ in: V1.result }, { kind: 'event', name: 'execute_result' }],
        [
          { in: V1.failed },
          {
            kind: 'response',
            summary: 'execute reply: ZeroDivisionError: division by zero',
            replyTo: 'm3',
            failure: TRACEBACK,
          },
        ],
        [{ in: V1.stream }, { summary: 'stdout: hi' }],
        [{ in: V1.comm }, { summary: 'comm open: t, 2 buffers' }],
        [{ in: V1.restarting }, { kind: 'control', summary: 'kernel is restarting' }],
      ],
    },
    {
      // https://jupyter-client.readthedocs.io/en/stable/messaging.html
      shows: 'tells a dead kernel, a dropped request and a question of the kernel',
      url: URL,
      wire: [
        [
          {
            in: '{"header":{"msg_id":"a","msg_type":"status"},"content":{"execution_state":"autorestarting"}}',
          },
          { kind: 'error', failure: { code: 'autorestarting', message: '' } },
        ],
        [
          {
            in: '{"header":{"msg_id":"b","msg_type":"execute_reply"},"parent_header":{"msg_id":"m9"},"content":{"status":"aborted"}}',
          },
          { summary: 'execute reply: aborted', failure: { code: 'aborted', message: '' } },
        ],
        [
          {
            in: '{"header":{"msg_id":"c","msg_type":"input_request"},"channel":"stdin","content":{"prompt":"Name? ","password":false}}',
          },
          { kind: 'request', summary: 'input request: Name?', callId: 'c', channel: 'stdin' },
        ],
      ],
    },
    {
      shows: 'cannot read what is cut, joined or of another form',
      url: URL,
      wire: [
        [{ in: 'hello' }, 'unreadable'],
        [{ in: '{"content":{}}' }, 'unreadable'],
        [{ in: DEFAULT.ok.slice(0, 300), isCut: true }, 'unreadable'],
        [{ in: `${DEFAULT.ok}${DEFAULT.ok}` }, 'unreadable'],
        [{ in: DEFAULT.comm.subarray(0, 200), isCut: true }, 'unreadable'],
        [{ in: Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0) }, 'unreadable'],
        [{ in: Uint8Array.of(0, 0, 0, 1) }, 'unreadable'],
      ],
    },
    {
      shows: 'cannot read in the subprotocol what is cut or text',
      accepted: SUBPROTOCOL,
      wire: [
        [{ in: DEFAULT.ok }, 'unreadable'],
        [{ in: V1.failed.subarray(0, 400), isCut: true }, 'unreadable'],
        [{ in: V1.failed.subarray(0, 40) }, 'unreadable'],
        [{ in: new Uint8Array(100).fill(0xff) }, 'unreadable'],
        [{ in: new Uint8Array() }, 'unreadable'],
      ],
    },
  ],
  recognises: [{ url: URL }, { url: 'ws://a.test/hub/x', offered: [SUBPROTOCOL] }],
  leaves: [
    { url: 'ws://127.0.0.1:8888/terminals/websocket/1' },
    { url: 'ws://127.0.0.1:8888/api/events/subscribe' },
    { url: URL, accepted: 'other' },
    { url: 'ws://a.test/live', firstMessages: [toMessage({ in: DEFAULT.busy })] },
  ],
});
