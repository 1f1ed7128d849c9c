import type { ReactNode } from 'react';

/** A name and its value in a list of facts. */
export function Fact(props: {
  readonly name: string;
  readonly children: ReactNode;
  readonly isWide?: boolean;
}) {
  return (
    <div className={props.isWide === true ? 'fact wide' : 'fact'}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
