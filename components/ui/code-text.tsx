import { SafeText } from './safe-text';

/** Our own prose, in which `backticks` mark code. For text from a page or a server use SafeText: there they are text. */
export function CodeText({ text }: { readonly text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 0 ? (
      <SafeText key={index} text={part} />
    ) : (
      <code key={index} className="code-text">
        <SafeText text={part} />
      </code>
    ),
  );
}
