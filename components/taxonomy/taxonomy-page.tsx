import { Fragment, useEffect, useState } from 'react';
import { ActionButton } from '../ui/action-button';
import { toInlines, toPageBlocks, type PageBlock } from './page-blocks';
import { hasPage, pageOf } from './taxonomy-pages';
import { text } from '../../locales/text';

/** What the taxonomy says of a cause, in place. */
export function TaxonomyPage(props: {
  readonly causeId: string;
  readonly onOpen: (causeId: string) => void;
}) {
  const { causeId, onOpen } = props;
  const [page, show] = useState<{ readonly id: string; readonly blocks: readonly PageBlock[] }>();
  useEffect(() => {
    let isWanted = true;
    void pageOf(causeId)?.then((text) => {
      if (isWanted) show({ id: causeId, blocks: toPageBlocks(text) });
    });
    return () => {
      isWanted = false;
    };
  }, [causeId]);
  if (page?.id !== causeId) return <p className="taxonomy-page">{text('findings.openingPage')}</p>;
  return (
    <div className="taxonomy-page">
      {page.blocks.map((block, index) => (
        <Block key={index} block={block} onOpen={onOpen} />
      ))}
    </div>
  );
}

function Block({ block, onOpen }: { readonly block: PageBlock; readonly onOpen: (id: string) => void }) {
  switch (block.kind) {
    case 'title':
      return null;
    case 'heading':
      return (
        <h5>
          <Line text={block.text} onOpen={onOpen} />
        </h5>
      );
    case 'paragraph':
      return (
        <p>
          <Line text={block.text} onOpen={onOpen} />
        </p>
      );
    case 'code':
      return <pre>{block.text}</pre>;
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Line text={item} onOpen={onOpen} />
        </li>
      ));
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table': {
      const [head = [], ...rows] = block.rows;
      const cells = (row: readonly string[]) =>
        row.map((cell, index) => <Line key={index} text={cell} onOpen={onOpen} />);
      return (
        <table>
          <thead>
            <tr>
              {cells(head).map((cell, index) => (
                <th key={index}>{cell}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {cells(row).map((cell, index) => (
                  <td key={index}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    }
  }
}

function Line({ text, onOpen }: { readonly text: string; readonly onOpen: (id: string) => void }) {
  return toInlines(text).map((inline, index) => {
    switch (inline.kind) {
      case 'text':
        return <Fragment key={index}>{inline.text}</Fragment>;
      case 'code':
        return (
          <code key={index} className="code-text">
            {inline.text}
          </code>
        );
      case 'strong':
        return <strong key={index}>{inline.text}</strong>;
      case 'link': {
        const { causeId } = inline;
        if (causeId === undefined || !hasPage(causeId)) return <Fragment key={index}>{inline.text}</Fragment>;
        return (
          <ActionButton key={index} variant="quiet" onPress={() => onOpen(causeId)}>
            {inline.text}
          </ActionButton>
        );
      }
    }
  });
}
