import type { Connection } from '../../core/capture/connection';
import { didOpen } from '../../core/causes/reading/opened';
import { VirtualListbox } from '../ui/virtual-listbox';
import { HeartbeatsDetail } from './heartbeats-detail';
import { MessageDetail } from './message-detail';
import { MessageLine } from './message-line';
import { countRows, rowOf, startOfRow, toMessageRow } from './message-rows';
import { UnansweredCalls } from './unanswered-calls';
import { useTranscript } from './use-transcript';

const ROW_HEIGHT_PX = 20;

/** What one connection sent and got, in the words of its protocol; the chosen message in full below. */
export function MessagesSection(props: {
  readonly connection: Connection;
  readonly messageIndex: number | undefined;
  readonly onSelect: (messageIndex: number) => void;
}) {
  const { connection, messageIndex, onSelect } = props;
  const { messages, messageCount, missingMessages } = connection;
  const { transcript, isReading } = useTranscript(connection);
  const selectedRow = messageIndex === undefined ? undefined : rowOf(transcript, messageIndex);
  const chosen = selectedRow === undefined ? undefined : toMessageRow(transcript, connection, selectedRow);
  return (
    <section className="messages" aria-label="Messages">
      <div className="section-head">
        <h2>Messages</h2>
        <span className="section-scope">{messageCount.toLocaleString('en')}</span>
        {messageCount > 0 && <span className="protocol-name">{transcript.protocol.name}</span>}
        {isReading && (
          <span role="status">reading, {Math.floor((100 * transcript.readCount) / messageCount)} %</span>
        )}
        {missingMessages !== undefined && missingMessages > 0 && (
          <span
            className="dropped"
            title="Hangup keeps the newest messages of each frame, up to a size. These were older than that."
          >
            {missingMessages.toLocaleString('en')} not kept
          </span>
        )}
        <UnansweredCalls
          connection={connection}
          transcript={transcript}
          messageIndex={messageIndex}
          onSelect={onSelect}
        />
      </div>
      {messageCount === 0 ? (
        <p className="empty-note">
          {didOpen(connection)
            ? 'No message on this connection.'
            : 'No message: this connection was never open.'}
        </p>
      ) : (
        <VirtualListbox
          // Another connection is another list, with its own place.
          key={connection.id}
          label="Messages"
          count={countRows(transcript, messageCount)}
          rowHeight={ROW_HEIGHT_PX}
          selectedIndex={selectedRow}
          followsEnd
          onSelect={(row) => onSelect(startOfRow(transcript, row))}
          renderRow={(index) => {
            const row = toMessageRow(transcript, connection, index);
            return row === undefined ? null : <MessageLine row={row} />;
          }}
        />
      )}
      {chosen !== undefined &&
        (chosen.end - chosen.start > 1 ? (
          <HeartbeatsDetail transcript={transcript} messages={messages} row={chosen} />
        ) : (
          <MessageDetail message={chosen.first} />
        ))}
    </section>
  );
}
