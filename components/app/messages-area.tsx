import { useCallback, useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Conversation } from '../../core/capture/chain';
import { transcriptOf } from '../../core/protocols/wire';
import { isSeenByReload } from '../../state/connection-facts';
import { toVocabulary } from '../../state/find-vocabulary';
import { toListedConnections } from '../../state/message-scope';
import type { Messages } from '../../state/messages';
import type { Pin } from '../../state/messages-view';
import type { Focus } from '../../state/selection';
import type { View } from '../../state/view-store';
import type { WholeBodies } from '../../state/whole-bodies';
import { gistOf } from '../messages/message-rows';
import { MessageFilter } from '../messages/message-filter';
import { MessageOptions } from '../messages/message-options';
import { MessagesSection } from '../messages/messages-section';
import { PinnedMessages } from '../messages/pinned-messages';
import { ChosenMessage } from './chosen-message';
import { Shortcuts } from './shortcuts';

/** The messages around what is on show. */
export function MessagesArea(props: {
  readonly conversations: readonly Conversation[];
  readonly focus: Focus;
  readonly view: View;
  readonly messages: Messages;
  readonly wholes: WholeBodies;
  /** As in `CaptureStatus`. */
  readonly watchedSinceMs: number | undefined;
}) {
  const { conversations, focus, view, messages, wholes, watchedSinceMs } = props;
  const { list } = messages;
  const { chain, connection, messageIndex } = focus;
  const shown = useStore(messages.view.store);
  const listState = useStore(list.store);
  const { scope, query, foldsHeartbeats, pinned } = shown;
  const listed = useMemo(
    () => toListedConnections(conversations, focus, scope),
    [conversations, focus, scope],
  );
  useLayoutEffect(() => {
    list.show({ connections: listed, query, foldsHeartbeats, pinned });
  }, [list, listed, query, foldsHeartbeats, pinned]);
  const readVocabulary = useCallback(() => toVocabulary(conversations), [conversations]);
  const connectionOf = useMemo(() => {
    const attempts = conversations.flatMap(({ chains }) => chains.flatMap((one) => one.attempts));
    return new Map(attempts.map((attempt) => [attempt.connection.id, attempt.connection]));
  }, [conversations]);
  function summaryOf({ connectionId, index, message }: Pin): string {
    const home = connectionOf.get(connectionId);
    return home === undefined ? '' : gistOf(transcriptOf(home), index, message).summary;
  }
  const chosen = messageIndex === undefined ? undefined : connection.messages[messageIndex];

  return (
    <MessagesSection
      connection={connection}
      isSeenByReload={isSeenByReload(connection, watchedSinceMs)}
      messageIndex={messageIndex}
      list={list}
      listState={listState}
      view={shown}
      onSelect={(entry) => view.selectMessage(entry.listed.chainId, entry.listed.connection.id, entry.index)}
      onSelectIndex={(index) => view.selectMessage(chain.id, connection.id, index)}
      controls={
        <div className="message-controls">
          <MessageFilter
            filter={shown.filter}
            problem={shown.problem}
            onChange={messages.view.setFilter}
            readVocabulary={readVocabulary}
          />
          <MessageOptions
            scope={scope}
            timeMode={shown.timeMode}
            foldsHeartbeats={foldsHeartbeats}
            onScope={messages.view.setScope}
            onTimeMode={messages.view.setTimeMode}
            onFold={messages.view.setFoldsHeartbeats}
            more={<Shortcuts focus={focus} messages={messages} />}
          />
          <PinnedMessages
            pins={shown.pins}
            summaryOf={summaryOf}
            chosen={chosen}
            compared={shown.compared}
            onShow={({ chainId, connectionId, index }) => view.selectMessage(chainId, connectionId, index)}
            onUnpin={messages.view.togglePin}
            onCompare={messages.view.compareWith}
          />
        </div>
      }
      detail={chosen !== undefined && <ChosenMessage {...{ focus, message: chosen, messages, wholes }} />}
    />
  );
}
