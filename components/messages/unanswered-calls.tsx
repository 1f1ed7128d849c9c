import type { Connection } from '../../core/capture/connection';
import type { Transcript } from '../../core/protocols/transcript';
import { ActionButton } from '../ui/action-button';
import { text } from '../../locales/text';

/** Calls of an ended connection that nobody answered; pressing goes from one to the next. */
export function UnansweredCalls(props: {
  readonly connection: Connection;
  readonly transcript: Transcript;
  readonly messageIndex: number | undefined;
  readonly onSelect: (messageIndex: number) => void;
}) {
  const { connection, transcript, messageIndex = -1, onSelect } = props;
  // While it lives, the answers may still come.
  if (connection.endedMs === undefined) return null;
  const calls = transcript.unanswered();
  const next = calls.find(({ index }) => index > messageIndex) ?? calls[0];
  if (next === undefined) return null;
  return (
    <ActionButton variant="quiet" onPress={() => onSelect(next.index)}>
      {text('messages.unanswered', { count: calls.length })}
    </ActionButton>
  );
}
