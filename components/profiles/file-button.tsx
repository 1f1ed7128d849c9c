import { useRef } from 'react';
import { ActionButton } from '../ui/action-button';

/** A button that lets the user choose one file. */
export function FileButton(props: {
  readonly label: string;
  /** As the attribute of an input. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}) {
  const { label, accept, onFile } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ActionButton onPress={() => input.current?.click()}>{label}</ActionButton>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // So that the same file can be chosen again after a change.
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
