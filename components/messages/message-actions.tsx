import type { MessageEventRecord } from '../../core/capture/event';
import type { Decoding } from '../../core/protocols/protocol';
import { ActionButton } from '../ui/action-button';
import { CopyButton } from '../ui/copy-button';
import { describedTextOf, prettyTextOf, rawTextOf } from './message-text';
import { text } from '../../locales/text';

/** What can be done with the chosen message. */
export function MessageActions(props: {
  readonly message: MessageEventRecord;
  readonly decoding: Decoding;
  readonly url: string;
  readonly isPinned: boolean;
  readonly onPin: () => void;
}) {
  const { message, decoding, url, isPinned, onPin } = props;
  return (
    <>
      <ActionButton variant="quiet" onPress={onPin}>
        {text(isPinned ? 'messages.unpin' : 'messages.pin')}
      </ActionButton>
      <CopyButton label={text('messages.copy')} text={() => prettyTextOf(message, decoding)} />
      <CopyButton label={text('messages.copyRaw')} text={() => rawTextOf(message)} />
      <CopyButton label={text('messages.copyAsText')} text={() => describedTextOf(message, decoding, url)} />
    </>
  );
}
