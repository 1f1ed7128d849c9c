import type { Connection } from '../../core/capture/connection';
import { didOpen } from '../../core/causes/reading/opened';
import { VirtualListbox } from '../ui/virtual-listbox';
import { MessageDetail } from './message-detail';
import { MessageLine } from './message-line';

const ROW_HEIGHT_PX = 20;

/** What one connection sent and got; the chosen message in full below. */
export function MessagesSection(props: {
  readonly connection: Connection;
  readonly messageIndex: number | undefined;
  readonly onSelect: (messageIndex: number) => void;
}) {
  const { connection, messageIndex, onSelect } = props;
  const { messages, messageCount, missingMessages, url } = connection;
  const chosen = messageIndex === undefined ? undefined : messages[messageIndex];
  return (
    <section className="messages" aria-label="Messages">
      <div className="section-head">
        <h2>Messages</h2>
        <span className="section-scope">{messageCount.toLocaleString('en')}</span>
        {missingMessages !== undefined && missingMessages > 0 && (
          <span
            className="dropped"
            title="Hangup keeps the newest messages of each frame, up to a size. These were older than that."
          >
            {missingMessages.toLocaleString('en')} not kept
          </span>
        )}
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
          count={messageCount}
          rowHeight={ROW_HEIGHT_PX}
          selectedIndex={messageIndex}
          followsEnd
          onSelect={onSelect}
          renderRow={(index) => {
            const message = messages[index];
            return message === undefined ? null : <MessageLine message={message} url={url} />;
          }}
        />
      )}
      {chosen !== undefined && <MessageDetail message={chosen} />}
    </section>
  );
}
