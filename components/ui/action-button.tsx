import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';

/** A button that does something once. */
export function ActionButton(props: {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly variant?: 'plain' | 'primary' | 'quiet';
  readonly isExpanded?: boolean;
}) {
  const { children, onPress, isDisabled = false, variant = 'plain', isExpanded } = props;
  return (
    <Button
      className={`action-button ${variant}`}
      onPress={onPress}
      isDisabled={isDisabled}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
    >
      {children}
    </Button>
  );
}
