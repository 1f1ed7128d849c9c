import { useMemo } from 'react';
import type { MessageEventRecord } from '../../core/capture/event';
import type { Decoding } from '../../core/protocols/protocol';
import { ActionButton } from '../ui/action-button';
import { formatClock } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import { VirtualRows } from '../ui/virtual-rows';
import { diffLines, type DiffRow } from './line-diff';
import { prettyTextOf } from './message-text';
import { text } from '../../locales/text';

const ROW_HEIGHT_PX = 16;
/** Lines of each side that are compared; what follows is left out, and said. */
const MOST_LINES = 20_000;

export interface Compared {
  readonly message: MessageEventRecord;
  readonly decoding: Decoding;
}

/** Two messages side by side; what differs is marked by sign and colour. */
export function MessageComparison(props: {
  readonly left: Compared;
  readonly right: Compared;
  readonly onClose: () => void;
}) {
  const { left, right, onClose } = props;
  const { rows, isLong } = useMemo(() => {
    const [a, b] = [linesOf(left), linesOf(right)];
    const cut = (lines: readonly string[]) => lines.slice(0, MOST_LINES);
    return { rows: diffLines(cut(a), cut(b)), isLong: Math.max(a.length, b.length) > MOST_LINES };
  }, [left, right]);
  const changed = rows.filter(isChanged).length;
  return (
    <div className="message-detail comparison" role="group" aria-label={text('messages.comparison')}>
      <div className="message-detail-head">
        <span className="clock">{formatClock(left.message.timeMs)}</span>
        <span>{text('messages.and')}</span>
        <span className="clock">{formatClock(right.message.timeMs)}</span>
        <span role="status">
          {changed === 0 ? text('messages.noDifference') : text('messages.linesDiffer', { count: changed })}
        </span>
        <span className="message-actions">
          <ActionButton variant="quiet" onPress={onClose}>
            {text('messages.close')}
          </ActionButton>
        </span>
      </div>
      {isLong && <p className="empty-note">{text('messages.firstLines', { count: MOST_LINES })}</p>}
      <VirtualRows
        label={text('messages.comparedSides')}
        count={rows.length}
        rowHeight={ROW_HEIGHT_PX}
        renderRow={(index) => {
          const row = rows[index];
          return row === undefined ? null : <ComparedLine row={row} />;
        }}
      />
    </div>
  );
}

function ComparedLine({ row }: { readonly row: DiffRow }) {
  const { left, right } = row;
  const mark = isChanged(row);
  return (
    <div className="compared-line">
      <span className={mark && left !== undefined ? 'removed' : ''}>
        {mark && left !== undefined && <i>-</i>}
        <SafeText text={left ?? ''} isBlock />
      </span>
      <span className={mark && right !== undefined ? 'added' : ''}>
        {mark && right !== undefined && <i>+</i>}
        <SafeText text={right ?? ''} isBlock />
      </span>
    </div>
  );
}

function isChanged({ left, right }: DiffRow): boolean {
  return left !== right;
}

function linesOf({ message, decoding }: Compared): readonly string[] {
  return prettyTextOf(message, decoding).split('\n');
}
