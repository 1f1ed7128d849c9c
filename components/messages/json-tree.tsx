import { useEffect, useMemo, useReducer, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import { SafeText } from '../ui/safe-text';
import { toJsonRows, type JsonRow, type JsonRows } from './json-rows';
import { text as localText } from '../../locales/text';

/** The JSON of a message, opened where somebody looks. */
export function JsonTree({ text }: { readonly text: string }) {
  const rows = useMemo(() => toJsonRows(text), [text]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set([rows.root.id]));
  const [, showMore] = useReducer((count: number) => count + 1, 0);
  // After each drawing, because drawing is what opens.
  useEffect(() => {
    const timer = setInterval(() => {
      const before = rows.countRead();
      if (rows.readOn()) clearInterval(timer);
      if (rows.countRead() !== before) showMore();
    }, 0);
    return () => clearInterval(timer);
  }, [rows, opened]);
  return (
    <Tree
      aria-label={localText('messages.viewJson')}
      className="json-tree"
      selectionMode="none"
      expandedKeys={opened}
      onExpandedChange={(keys) => setOpened(new Set([...keys].map(String)))}
    >
      {branch(rows, rows.root, opened)}
    </Tree>
  );
}

/**
 * Never drawn: stands for what is in a closed branch. React Aria 1.22 tells screen readers that a row can be unfolded
 * only if the row has a child.
 */
function StandIn({ id }: { readonly id: string }) {
  return (
    <TreeItem id={id} textValue="">
      <TreeItemContent>{null}</TreeItemContent>
    </TreeItem>
  );
}

/** Only what is open is there at all. */
function branch(rows: JsonRows, row: JsonRow, opened: ReadonlySet<string>) {
  const isOpen = row.isBranch && opened.has(row.id);
  return (
    <TreeItem
      key={row.id}
      id={row.id}
      textValue={`${row.label} ${row.preview}`}
      hasChildItems={row.isBranch}
      className="json-item"
    >
      <TreeItemContent>
        {({ isExpanded, level }) => (
          <span className="json-line" style={{ paddingLeft: (level - 1) * 12 }}>
            {row.isBranch ? (
              <Button slot="chevron" className="json-chevron">
                <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
                  <path
                    d={isExpanded ? 'M1 2.5l3 3 3-3' : 'M2.5 1l3 3-3 3'}
                    fill="none"
                    stroke="currentColor"
                    strokeWidth="1.4"
                  />
                </svg>
              </Button>
            ) : (
              <span className="json-chevron" />
            )}
            {row.label !== '' && (
              <span className="json-key">
                <SafeText text={row.label} />
              </span>
            )}
            <span className={`json-value json-${row.kind}`}>
              <SafeText text={row.preview} />
            </span>
          </span>
        )}
      </TreeItemContent>
      {isOpen
        ? rows.childrenOf(row).map((child) => branch(rows, child, opened))
        : row.isBranch && <StandIn id={`${row.id}/`} />}
    </TreeItem>
  );
}
