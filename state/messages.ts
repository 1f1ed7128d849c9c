import type { ListMachinery } from './list-machinery';
import { createMessageList, type MessageList } from './message-list';
import { createMessagesView, type MessagesView } from './messages-view';

/** Everything of the messages half: what is listed and how it is shown. */
export interface Messages {
  readonly list: MessageList;
  readonly view: MessagesView;
}

export function createMessages(machinery: ListMachinery): Messages {
  return { list: createMessageList(machinery), view: createMessagesView() };
}
