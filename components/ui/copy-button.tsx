import { useState } from 'react';
import { ActionButton } from './action-button';
import { copyText } from './copy-text';
import { text as localText } from '../../locales/text';

/** Copies a text and says for a moment that it did. The text is made when it is asked for. */
export function CopyButton(props: { readonly label: string; readonly text: () => string }) {
  const { label, text } = props;
  const [said, say] = useState<string>();
  async function copy(): Promise<void> {
    say(localText((await copyText(text())) ? 'ui.copied' : 'ui.notCopied'));
  }
  return (
    <span className="copy-button">
      <ActionButton variant="quiet" onPress={() => void copy()}>
        {label}
      </ActionButton>
      <span role="status" aria-label={localText('ui.copyOutcome', { label })}>
        {said}
      </span>
    </span>
  );
}
