import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { MessageEventRecord } from '../../core/capture/event';
import { transcriptOf } from '../../core/protocols/wire';
import type { Messages } from '../../state/messages';
import type { Focus } from '../../state/selection';
import { MessageActions } from '../messages/message-actions';
import { MessageComparison } from '../messages/message-comparison';
import { MessageDetail } from '../messages/message-detail';

/** The chosen message in full, or beside the pinned one that it is compared with. */
export function ChosenMessage(props: {
  readonly focus: Focus;
  readonly message: MessageEventRecord;
  readonly messages: Messages;
}) {
  const { focus, message, messages } = props;
  const { chain, connection, messageIndex = 0 } = focus;
  const { pinned, compared } = useStore(messages.view.store);
  const transcript = transcriptOf(connection);
  const isRead = messageIndex < transcript.readCount;
  // The panel is drawn with each tick, and the views below are made anew for a new decoding.
  const decoding = useMemo(
    () => (isRead ? transcript.decodingAt(messageIndex) : undefined) ?? 'not-mine',
    [transcript, messageIndex, isRead],
  );
  const right = useMemo(() => ({ message, decoding }), [message, decoding]);
  const left = useMemo(
    () => (compared === undefined ? undefined : { message: compared, decoding: 'not-mine' as const }),
    [compared],
  );
  if (left !== undefined && left.message !== message) {
    return (
      <MessageComparison left={left} right={right} onClose={() => messages.view.compareWith(undefined)} />
    );
  }
  return (
    <MessageDetail
      key={`${message.streamId} ${message.seq}`}
      message={message}
      decoding={decoding}
      protocolName={transcript.protocol.name}
      latencyMs={transcript.callAt(messageIndex)?.latencyMs}
      actions={
        <MessageActions
          message={message}
          decoding={decoding}
          url={connection.url}
          isPinned={pinned.has(message)}
          onPin={() =>
            messages.view.togglePin({
              message,
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
