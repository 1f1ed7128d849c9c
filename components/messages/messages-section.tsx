import type { ReactNode } from 'react';
import type { Connection } from '../../core/capture/connection';
import { didOpen } from '../../core/causes/reading/opened';
import type { ListState } from '../../state/list-state';
import type { ListEntry } from '../../state/listed-connection';
import type { MessageList } from '../../state/message-list';
import type { MessagesViewState } from '../../state/messages-view';
import { transcriptOf } from '../../core/protocols/wire';
import { VirtualListbox } from '../ui/virtual-listbox';
import { HeartbeatsDetail } from './heartbeats-detail';
import { MessageLine } from './message-line';
import { originOf } from './message-origin';
import { toMessageRow } from './message-rows';
import { UnansweredCalls } from './unanswered-calls';
import { text } from '../../locales/text';

const ROW_HEIGHT_PX = 20;

/** What connections sent and got, in the words of their protocols; the chosen message in full below. */
export function MessagesSection(props: {
  /** The one that is on show around the list. */
  readonly connection: Connection;
  /** What is missing of it would be seen if its page were loaded anew. */
  readonly isSeenByReload: boolean;
  /** The chosen message, by its place in that connection. */
  readonly messageIndex: number | undefined;
  readonly list: MessageList;
  readonly listState: ListState;
  readonly view: MessagesViewState;
  /** Filter and options, above the list. */
  readonly controls: ReactNode;
  /** The chosen message, below the list. */
  readonly detail: ReactNode;
  readonly onSelect: (entry: ListEntry) => void;
  readonly onSelectIndex: (messageIndex: number) => void;
}) {
  const {
    connection,
    isSeenByReload,
    messageIndex,
    list,
    listState,
    view,
    controls,
    detail,
    onSelect,
    onSelectIndex,
  } = props;
  const { missingMessages } = connection;
  const transcript = transcriptOf(connection);
  const { messageCount, foundCount, rowCount, progress, problem } = listState;
  const isFiltered = view.filter !== '';
  const selectedRow = messageIndex === undefined ? undefined : list.rowOf(connection.id, messageIndex);
  const chosenPlace = selectedRow === undefined ? undefined : list.rowAt(selectedRow);
  const chosen = selectedRow === undefined ? undefined : toMessageRow(list, selectedRow, view.timeMode);
  const isRun = chosenPlace !== undefined && chosen !== undefined && chosen.count > 1;
  return (
    <section className="messages" aria-label={text('messages.heading')}>
      <div className="section-head">
        <h2>{text('messages.heading')}</h2>
        <span className="section-scope">
          {isFiltered
            ? text('messages.of', { found: foundCount, total: messageCount })
            : text('messages.total', { count: messageCount })}
        </span>
        {view.scope === 'connection' && connection.messageCount > 0 && (
          <span className="protocol-name">{transcript.protocol.name}</span>
        )}
        {progress !== undefined && (
          <span className="section-scope">
            {text(isFiltered ? 'messages.searching' : 'messages.reading', {
              percent: Math.floor(100 * progress),
            })}
          </span>
        )}
        {view.scope === 'connection' && missingMessages !== undefined && missingMessages > 0 && (
          <span className="dropped" title={text('messages.notKeptHint')}>
            {text('messages.notKept', { count: missingMessages })}
          </span>
        )}
        {view.scope === 'connection' && isSeenByReload && (
          <span className="section-scope">{text('messages.seeEarlier')}</span>
        )}
        {view.scope === 'connection' && (
          <UnansweredCalls
            connection={connection}
            transcript={transcript}
            messageIndex={messageIndex}
            onSelect={onSelectIndex}
          />
        )}
      </div>
      {controls}
      {problem !== undefined && (
        <p className="list-problem" role="alert">
          {problem}
        </p>
      )}
      {rowCount === 0 ? (
        <p className="empty-note">{emptyNote(connection, view, listState)}</p>
      ) : (
        <VirtualListbox
          // Another list has its own place; while one grows it stays where the user is.
          key={`${view.scope} ${view.scope === 'all' ? '' : connection.id} ${view.filter}`}
          label={text('messages.heading')}
          count={rowCount}
          rowHeight={ROW_HEIGHT_PX}
          selectedIndex={selectedRow}
          followsEnd
          onSelect={(row) => {
            const entry = list.entryAt(list.rowAt(row)?.start ?? -1);
            if (entry !== undefined) onSelect(entry);
          }}
          renderRow={(index) => {
            const row = toMessageRow(list, index, view.timeMode);
            if (row === undefined) return null;
            return (
              <MessageLine
                row={row}
                isPinned={view.pinned.has(row.first.message)}
                origin={view.scope === 'connection' ? undefined : originOf(row.first.listed)}
              />
            );
          }}
        />
      )}
      {isRun ? <HeartbeatsDetail list={list} place={chosenPlace} row={chosen} /> : detail}
    </section>
  );
}

function emptyNote(
  connection: Connection,
  view: MessagesViewState,
  { messageCount, progress }: ListState,
): string {
  if (progress !== undefined) return text('messages.looking');
  if (view.filter !== '' && messageCount > 0) return text('messages.noneFound', { count: messageCount });
  if (view.scope !== 'connection') return text('messages.noneOnThese');
  return text(didOpen(connection) ? 'messages.noneOnThis' : 'messages.neverOpen');
}
