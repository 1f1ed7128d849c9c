import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { MessageEventRecord } from '../../core/capture/event';
import { transcriptOf } from '../../core/protocols/wire';
import type { Messages } from '../../state/messages';
import type { Focus } from '../../state/selection';
import type { WholeBodies } from '../../state/whole-bodies';
import { MessageActions } from '../messages/message-actions';
import { MessageComparison } from '../messages/message-comparison';
import { MessageDetail } from '../messages/message-detail';

/** The chosen message in full, or beside the pinned one that it is compared with. */
export function ChosenMessage(props: {
  readonly focus: Focus;
  /** As it is listed. */
  readonly message: MessageEventRecord;
  readonly messages: Messages;
  readonly wholes: WholeBodies;
}) {
  const { focus, message: listed, messages, wholes } = props;
  const body = useStore(wholes.store, () => wholes.bodyOf(listed));
  const message = typeof body === 'object' ? body : listed;
  useEffect(() => wholes.ask([listed]), [wholes, listed]);
  const { chain, connection, messageIndex = 0 } = focus;
  const { pinned, compared } = useStore(messages.view.store);
  const transcript = transcriptOf(connection);
  const isRead = messageIndex < transcript.readCount;
  // The panel is drawn with each tick, and the views below are made anew for a new decoding.
  const decoding = useMemo(
    () => (isRead ? transcript.decodingAt(messageIndex, message) : undefined) ?? 'not-mine',
    [transcript, messageIndex, message, isRead],
  );
  const right = useMemo(() => ({ message, decoding }), [message, decoding]);
  const left = useMemo(
    () => (compared === undefined ? undefined : { message: compared, decoding: 'not-mine' as const }),
    [compared],
  );
  if (left !== undefined && left.message !== listed) {
    return (
      <MessageComparison left={left} right={right} onClose={() => messages.view.compareWith(undefined)} />
    );
  }
  return (
    <MessageDetail
      key={`${message.streamId} ${message.seq}`}
      message={message}
      isFetching={body === 'asked'}
      decoding={decoding}
      protocolName={transcript.protocol.name}
      latencyMs={transcript.callAt(messageIndex)?.latencyMs}
      actions={
        <MessageActions
          message={message}
          decoding={decoding}
          url={connection.url}
          isPinned={pinned.has(listed)}
          onPin={() =>
            messages.view.togglePin({
              message: listed,
              chainId: chain.id,
              connectionId: connection.id,
              index: messageIndex,
            })
          }
        />
      }
    />
  );
}
