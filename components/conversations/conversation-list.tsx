import { useMemo } from 'react';
import type { Conversation } from '../../core/capture/chain';
import { ActionButton } from '../ui/action-button';
import type { OutlookOf } from '../../state/chain-outlook';
import type { Clock } from '../ui/use-now';
import { VirtualListbox } from '../ui/virtual-listbox';
import { ChainLine, ConversationLine } from './conversation-line';
import { toConversationRows } from './conversation-rows';
import { text } from '../../locales/text';

const ROW_HEIGHT_PX = 52;

/** All conversations and their chains, in the order in which they began. */
export function ConversationList(props: {
  readonly conversations: readonly Conversation[];
  readonly selectedChainId: string | undefined;
  readonly isCollapsed: boolean;
  readonly onSelect: (chainId: string) => void;
  readonly onToggle: () => void;
  /** What the countdowns go by; undefined: a file. */
  readonly clock: Clock | undefined;
  readonly outlookOf: OutlookOf;
}) {
  const { conversations, selectedChainId, isCollapsed, onSelect, onToggle, clock, outlookOf } = props;
  const rows = useMemo(() => toConversationRows(conversations), [conversations]);
  const selected = rows.findIndex((row) => row.kind === 'chain' && row.overview.chain.id === selectedChainId);
  const chainCount = rows.filter(({ kind }) => kind === 'chain').length;
  return (
    <div
      className={`conversations ${isCollapsed ? 'collapsed' : ''}`}
      style={{ '--list-rows': Math.min(4.5, rows.length), '--list-row': `${ROW_HEIGHT_PX}px` }}
    >
      <div className="section-head">
        <h2>{text('conversations.heading')}</h2>
        <span className="section-scope">{text('conversations.links', { count: chainCount })}</span>
        <span className="narrow-only">
          <ActionButton variant="quiet" onPress={onToggle} isExpanded={!isCollapsed}>
            {text(isCollapsed ? 'conversations.showList' : 'conversations.hideList')}
          </ActionButton>
        </span>
      </div>
      <VirtualListbox
        label={text('conversations.heading')}
        count={rows.length}
        rowHeight={ROW_HEIGHT_PX}
        selectedIndex={selected === -1 ? undefined : selected}
        isHeading={(index) => rows[index]?.kind === 'conversation'}
        onSelect={(index) => {
          const row = rows[index];
          if (row?.kind === 'chain') onSelect(row.overview.chain.id);
        }}
        renderRow={(index) => {
          const row = rows[index];
          if (row === undefined) return null;
          return row.kind === 'chain' ? (
            <ChainLine {...row} clock={clock} outlookOf={outlookOf} />
          ) : (
            <ConversationLine {...row} />
          );
        }}
      />
    </div>
  );
}
