import type { KeyboardEvent } from 'react';
import type { Chain } from '../../core/capture/chain';
import { Glyph } from '../ui/glyph';
import { toVisibleText } from '../ui/visible-text';
import { lookOf, nameOf } from './attempt-words';
import { EventSign } from './event-sign';
import type { LaidItem } from './laid-item';

/** A target smaller than this is hard to hit. */
const LEAST_TARGET_PX = 14;

/** What an attempt in its lane reports. */
export interface AttemptHandlers {
  readonly onPress: (chain: Chain, item: LaidItem) => void;
  readonly onPoint: (chain: Chain, item: LaidItem | undefined, x: number) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** One attempt: connecting, open, closing, what happened in it, and the sign of how it ended. */
export function AttemptSpan(props: {
  readonly item: LaidItem;
  readonly chain: Chain;
  readonly isInTabOrder: boolean;
  readonly isChosen: boolean;
  readonly handlers: AttemptHandlers;
}) {
  const { item, chain, isInTabOrder, isChosen, handlers } = props;
  const { startX, endX } = item;
  const head = item.kind === 'attempt' ? item.connection : item.attempts[0].connection;
  // A plain button: react-aria's, with its tooltip, costs ten times as much, and here there are hundreds.
  return (
    <button
      type="button"
      className={`attempt ${item.kind} ${isChosen ? 'chosen' : ''}`}
      style={{ left: startX, width: Math.max(LEAST_TARGET_PX, endX - startX + 7) }}
      data-connection={head.id}
      aria-label={toVisibleText(nameOf(item, chain.attempts.length))}
      aria-pressed={isChosen}
      tabIndex={isInTabOrder ? 0 : -1}
      onClick={() => handlers.onPress(chain, item)}
      onPointerEnter={() => handlers.onPoint(chain, item, startX)}
      onPointerLeave={() => handlers.onPoint(chain, undefined, 0)}
      onFocus={({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible')) handlers.onPoint(chain, item, startX);
      }}
      onBlur={() => handlers.onPoint(chain, undefined, 0)}
      onKeyDown={handlers.onKey}
    >
      {item.kind === 'attempt' ? <Spans item={item} isChosen={isChosen} /> : <Cluster item={item} />}
    </button>
  );
}

function Spans({
  item,
  isChosen,
}: {
  readonly item: Extract<LaidItem, { kind: 'attempt' }>;
  readonly isChosen: boolean;
}) {
  const { startX, openX, closingX, endX, hasEnd, isOngoing, isCrowded, marks } = item;
  const look = lookOf(item);
  const openEndX = closingX ?? endX;
  return (
    <>
      <span className="span-connecting" style={{ width: (openX ?? endX) - startX }} />
      {openX !== undefined && (
        <span
          className={`span-open ${isOngoing ? 'ongoing' : ''}`}
          style={{ left: openX - startX, width: Math.max(1, openEndX - openX) }}
        />
      )}
      {closingX !== undefined && (
        <span
          className="span-closing"
          style={{ left: closingX - startX, width: Math.max(2, endX - closingX) }}
        />
      )}
      {marks.map(({ x, ...mark }) => (
        <span key={x} className="event-mark" style={{ left: x - startX }}>
          <EventSign {...mark} />
        </span>
      ))}
      {hasEnd && (
        <span className="mark" style={{ left: endX - startX }}>
          {isCrowded && !isChosen ? (
            <span className={`mark-crowded tone-${look.tone} ${look.shape}`} />
          ) : (
            <Glyph shape={look.shape} tone={look.tone} />
          )}
        </span>
      )}
    </>
  );
}

/** So many that a sign for each would be a blur: one sign, with a shadow of more. */
function Cluster({ item }: { readonly item: Extract<LaidItem, { kind: 'cluster' }> }) {
  const { shape, tone } = lookOf(item);
  return (
    <span className={`cluster-sign tone-${tone}`} style={{ left: (item.endX - item.startX) / 2 }}>
      <Glyph shape={shape} tone={tone} size={12} />
    </span>
  );
}
