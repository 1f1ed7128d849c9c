import { useRef } from 'react';
import { ActionButton } from '../ui/action-button';

/** What the picker offers first; whoever picks something else is told what it is. */
const ENDINGS = '.json,.html,.har,.gz';

/** Lets the user pick files, or one. */
export function OpenButton(props: {
  readonly label: string;
  readonly variant?: 'plain' | 'primary';
  readonly endings?: string;
  readonly isSingle?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { label, variant = 'plain', endings = ENDINGS, isSingle = false, onFiles } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ActionButton variant={variant} onPress={() => input.current?.click()}>
        {label}
      </ActionButton>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!isSingle}
        accept={endings}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // So that the same file can be picked again.
          target.value = '';
        }}
      />
    </>
  );
}
