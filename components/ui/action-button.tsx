import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';

/** A button that does something once. */
export function ActionButton(props: {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly variant?: 'plain' | 'primary' | 'quiet';
  readonly isExpanded?: boolean;
  /** In place of the words on it, where those do not tell it from others. It must contain them. */
  readonly label?: string;
  /** It takes the focus as it appears: it stands where the focused button was. */
  readonly autoFocus?: boolean;
}) {
  const { children, onPress, isDisabled = false, variant = 'plain', isExpanded, label, autoFocus } = props;
  return (
    <Button
      className={`action-button ${variant}`}
      onPress={onPress}
      isDisabled={isDisabled}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(autoFocus === undefined ? {} : { autoFocus })}
    >
      {children}
    </Button>
  );
}
