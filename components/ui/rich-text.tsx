import { Fragment, type ReactNode } from 'react';
import { formatNumber, textParts, type TextKey, type ValuesOf } from '../../locales/text';

/** A text whose values are elements: the order of words and elements is the language's. */
export function RichText<Key extends TextKey>(props: {
  readonly of: Key;
  readonly values: Readonly<Record<keyof ValuesOf<Key>, ReactNode>>;
}) {
  const values: Readonly<Record<string, ReactNode>> = props.values;
  return textParts(props.of, values['count']).map((part, index) => {
    if (part.kind === 'words') return <Fragment key={index}>{part.words}</Fragment>;
    const value = values[part.name];
    return <Fragment key={index}>{typeof value === 'number' ? formatNumber(value) : value}</Fragment>;
  });
}
