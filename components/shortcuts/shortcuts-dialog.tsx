import { ActionButton } from '../ui/action-button';
import { DialogFrame } from '../ui/dialog-frame';
import { LIST_KEYS, SHORTCUTS, TIMELINE_KEYS } from './shortcut-list';
import { text } from '../../locales/text';

/** Which keys do what. */
export function ShortcutsDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  return (
    <DialogFrame heading={text('shortcuts.heading')} isOpen={isOpen} onClose={onClose}>
      <dl className="shortcut-list">
        {[...SHORTCUTS, ...LIST_KEYS, ...TIMELINE_KEYS].map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text(does)}</dd>
          </div>
        ))}
      </dl>
      <div className="dialog-actions">
        <ActionButton onPress={onClose}>{text('shortcuts.close')}</ActionButton>
      </div>
    </DialogFrame>
  );
}
