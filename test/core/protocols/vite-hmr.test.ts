import { viteHmr } from '../../../core/protocols/vite-hmr';
import { describeProtocol, toMessage } from './protocol-table';

const URL = 'ws://127.0.0.1:5173/?token=3Qw3e2b7k1';
const SPEAKS = { url: URL, offered: ['vite-hmr'], accepted: 'vite-hmr' } as const;

describeProtocol(viteHmr, {
  conversations: [
    {
      // Recorded from Vite 7.3.8.
      shows: 'reads updates, a failed build, a reload and what plugins send',
      ...SPEAKS,
      isWhole: true,
      wire: [
        [{ in: '{"type":"connected"}' }, { kind: 'control', summary: 'connected' }],
        [
          {
            in: '{"type":"update","updates":[{"type":"js-update","timestamp":1795624809507,"path":"/main.js","acceptedPath":"/main.js","explicitImportRequired":false,"isWithinCircularImport":false},{"type":"css-update","timestamp":1795624809507,"path":"/a.css","acceptedPath":"/a.css"}]}',
          },
          { kind: 'event', name: 'update', summary: 'update /main.js, /a.css' },
        ],
        [
          {
            in: '{"type":"error","err":{"message":"Failed to parse source for import analysis because the content contains invalid JS syntax.","stack":"    at TransformPluginContext._formatLog","id":"/srv/dep.js","plugin":"vite:import-analysis"}}',
          },
          {
            kind: 'error',
            summary:
              'build error /srv/dep.js: Failed to parse source for import analysis because the content contains invalid JS syntax.',
            failure: {
              message:
                'Failed to parse source for import analysis because the content contains invalid JS syntax.',
            },
          },
        ],
        [
          { in: '{"type":"full-reload","path":"/index.html"}' },
          { kind: 'event', summary: 'full reload /index.html' },
        ],
        [
          { in: '{"type":"custom","event":"my:hello","data":{"a":1}}' },
          { kind: 'event', summary: 'custom event my:hello' },
        ],
        [{ out: '{"type":"ping"}' }, { kind: 'keep-alive' }],
        [{ out: '{"type":"custom","event":"vite:invalidate","data":{"path":"/dep.js"}}' }, { kind: 'event' }],
        [{ in: '{"type":"prune","paths":["/old.css"]}' }, { summary: 'prune /old.css' }],
      ],
    },
    {
      shows: 'names only the first of many files',
      ...SPEAKS,
      wire: [
        [
          { in: JSON.stringify({ type: 'prune', paths: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }) },
          { summary: 'prune a, b, c, d, e and 2 more' },
        ],
        [{ in: '{"type":"update","updates":7}' }, { summary: 'update' }],
        [{ in: '{"type":"update","updates":[7,{}]}' }, { summary: 'update' }],
      ],
    },
    {
      shows: 'cannot read what has no type',
      ...SPEAKS,
      wire: [
        [{ in: 'hello' }, 'unreadable'],
        [{ in: '{"event":"a"}' }, 'unreadable'],
        [{ in: '{"type":"connected"}{"type":"connected"}' }, 'unreadable'],
        [{ in: '{"type":"error","err":{"message":"aaa', isCut: true }, 'unreadable'],
        [{ in: new Uint8Array([1]) }, 'unreadable'],
      ],
    },
  ],
  recognises: [
    { url: 'ws://127.0.0.1:5173/', offered: ['vite-ping'] },
    { url: 'ws://127.0.0.1:5173/', offered: ['vite-hmr'] },
  ],
  leaves: [
    { firstMessages: [toMessage({ in: '{"type":"connected"}' })] },
    { offered: ['vite-hmr', 'other'], accepted: 'other' },
  ],
});
