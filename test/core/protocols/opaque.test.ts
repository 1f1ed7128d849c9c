import { opaque } from '../../../core/protocols/opaque';
import { describeProtocol, toMessage } from './protocol-table';

describeProtocol(opaque, {
  conversations: [
    {
      shows: 'shows text as it stands, and kind and size of bytes',
      wire: [
        [{ in: 'hello' }, { kind: 'data', summary: 'hello' }],
        [{ in: '' }, { summary: 'empty text' }],
        [{ out: new Uint8Array(12) }, { summary: 'binary, 12 bytes' }],
      ],
    },
  ],
  recognises: [{}, { firstMessages: [toMessage({ in: 'hello' })] }],
  leaves: [{ firstMessages: [toMessage({ in: '{"a":1}' })] }],
});
