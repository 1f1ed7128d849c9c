import { useState } from 'react';
import { ActionButton } from './action-button';
import { copyText } from './copy-text';

/** Copies a text and says for a moment that it did. The text is made when it is asked for. */
export function CopyButton(props: { readonly label: string; readonly text: () => string }) {
  const { label, text } = props;
  const [said, say] = useState<string>();
  async function copy(): Promise<void> {
    say((await copyText(text())) ? 'Copied' : 'Could not copy: select the text instead');
  }
  return (
    <span className="copy-button">
      <ActionButton variant="quiet" onPress={() => void copy()}>
        {label}
      </ActionButton>
      <span role="status" aria-label={`${label}: what came of it`}>
        {said}
      </span>
    </span>
  );
}
