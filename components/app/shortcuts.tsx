import { useCallback, useRef, useState } from 'react';
import type { Messages } from '../../state/messages';
import type { Focus } from '../../state/selection';
import { ShortcutsDialog } from '../shortcuts/shortcuts-dialog';
import type { ShortcutKey } from '../shortcuts/shortcut-list';
import { useShortcuts } from '../shortcuts/use-shortcuts';
import { ActionButton } from '../ui/action-button';
import { text } from '../../locales/text';

/** The panel's keys, and the button that lists them. */
export function Shortcuts({
  focus,
  messages,
}: {
  readonly focus: Focus | undefined;
  readonly messages: Messages;
}) {
  const [isOpen, setOpen] = useState(false);
  const own = useRef<HTMLDivElement>(null);
  const act = useCallback(
    (key: ShortcutKey) => {
      switch (key) {
        case '?':
          setOpen(true);
          return;
        case '/':
          own.current?.closest('.messages')?.querySelector<HTMLElement>('.filter-input')?.focus();
          return;
        case 'p': {
          const { chain, connection, messageIndex } = focus ?? {};
          const message = connection?.messages[messageIndex ?? -1];
          if (chain === undefined || connection === undefined || message === undefined) return;
          messages.view.togglePin({
            message,
            chainId: chain.id,
            connectionId: connection.id,
            index: messageIndex ?? 0,
          });
        }
      }
    },
    [focus, messages],
  );
  useShortcuts(own, act);
  return (
    <div ref={own} className="shortcuts-button">
      <ActionButton variant="quiet" onPress={() => setOpen(true)}>
        <span aria-hidden="true">?</span>
        <span className="only-read">{text('shortcuts.heading')}</span>
      </ActionButton>
      <ShortcutsDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </div>
  );
}
