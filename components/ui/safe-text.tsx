import { toTextParts } from './visible-text';

/** Text that a page or a server wrote: isolated from the text around it, with its invisible characters named. */
export function SafeText({ text, isBlock = false }: { readonly text: string; readonly isBlock?: boolean }) {
  const parts = toTextParts(text, isBlock);
  return (
    <bdi className="safe-text">
      {parts.map((part, index) =>
        part.isEscape ? (
          <span key={index} className="escaped-character">
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </bdi>
  );
}
