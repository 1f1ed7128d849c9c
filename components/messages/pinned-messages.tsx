import { Button } from 'react-aria-components/Button';
import type { MessageEventRecord } from '../../core/capture/event';
import type { Pin } from '../../state/messages-view';
import { ActionButton } from '../ui/action-button';
import { formatClock, formatSize } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import { Direction } from './direction';
import { PinMark } from './pin-mark';
import { text } from '../../locales/text';

/** The messages that the user keeps in view, above the list; each leads back to its place. */
export function PinnedMessages(props: {
  readonly pins: readonly Pin[];
  readonly summaryOf: (pin: Pin) => string;
  /** The chosen message, which a pinned one can be compared with. */
  readonly chosen: MessageEventRecord | undefined;
  readonly compared: MessageEventRecord | undefined;
  readonly onShow: (pin: Pin) => void;
  readonly onUnpin: (pin: Pin) => void;
  readonly onCompare: (message: MessageEventRecord | undefined) => void;
}) {
  const { pins, summaryOf, chosen, compared, onShow, onUnpin, onCompare } = props;
  if (pins.length === 0) return null;
  return (
    <ul className="pinned-messages" aria-label={text('messages.pinnedList')}>
      {pins.map((pin) => {
        const { message } = pin;
        const isCompared = compared === message;
        return (
          <li key={`${message.streamId} ${message.seq}`} className="pinned-message">
            <PinMark />
            <Button className="pinned-show" onPress={() => onShow(pin)}>
              <Direction direction={message.direction} />
              <span className="clock">{formatClock(message.timeMs)}</span>
              <span className="message-summary">
                <SafeText text={summaryOf(pin)} />
              </span>
              <span className="message-size">{formatSize(message.sizeBytes)}</span>
            </Button>
            {chosen !== undefined && chosen !== message && (
              <ActionButton
                variant="quiet"
                isExpanded={isCompared}
                onPress={() => onCompare(isCompared ? undefined : message)}
              >
                {text('messages.compare')}
              </ActionButton>
            )}
            <ActionButton variant="quiet" onPress={() => onUnpin(pin)}>
              {text('messages.unpin')}
            </ActionButton>
          </li>
        );
      })}
    </ul>
  );
}
