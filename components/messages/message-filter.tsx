import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { QueryProblem } from '../../core/find/parse-query';
import { suggest, type Vocabulary } from '../../core/find/suggest';
import { SafeText } from '../ui/safe-text';
import { text } from '../../locales/text';

/** The field that says which messages are listed, with suggestions of what can be asked. */
export function MessageFilter(props: {
  readonly filter: string;
  readonly problem: QueryProblem | undefined;
  readonly onChange: (filter: string) => void;
  /** The words of the capture: asked for when the user begins to type. */
  readonly readVocabulary: () => Vocabulary;
}) {
  const { filter, problem, onChange, readVocabulary } = props;
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState(0);
  const [vocabulary, setVocabulary] = useState<Vocabulary>();
  const suggestions =
    vocabulary === undefined ? [] : suggest(filter, Math.min(caret, filter.length), vocabulary);

  function change(next: string): void {
    setCaret(input.current?.selectionStart ?? next.length);
    onChange(next);
  }
  function take(chosen: string): void {
    const taken = suggestions.find((suggestion) => suggestion.text === chosen);
    if (taken === undefined) return;
    onChange(taken.text);
    setCaret(taken.caret);
    // The field writes its new text first, and with it puts the caret at the end.
    requestAnimationFrame(() => input.current?.setSelectionRange(taken.caret, taken.caret));
  }

  return (
    <div className="message-filter" role="search" aria-label={text('messages.heading')}>
      <ComboBox
        aria-label={text('messages.filter')}
        className="filter-box"
        inputValue={filter}
        onInputChange={change}
        items={suggestions}
        value={null}
        onChange={(key) => {
          if (typeof key === 'string') take(key);
        }}
        allowsCustomValue
        menuTrigger="input"
        isInvalid={problem !== undefined}
      >
        <Input
          ref={input}
          className="filter-input"
          placeholder={text('messages.filterExample')}
          spellCheck={false}
          autoComplete="off"
          aria-describedby="filter-problem"
          onFocus={() => setVocabulary(readVocabulary())}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
        />
        <Popover className="filter-popover" placement="bottom start" offset={2}>
          <ListBox className="filter-suggestions" items={suggestions}>
            {({ text: suggested, label, hint }) => (
              <ListBoxItem id={suggested} textValue={suggested} className="filter-suggestion">
                <code>
                  <SafeText text={label} />
                </code>
                {hint !== '' && <span className="soft">{hint}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {filter !== '' && (
        <Button
          className="filter-clear"
          aria-label={text('messages.filterClear')}
          onPress={() => onChange('')}
        >
          <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
            <path d="M2 2l6 6M8 2L2 8" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
          </svg>
        </Button>
      )}
      <p
        id="filter-problem"
        className="filter-problem"
        role="status"
        aria-label={text('messages.filterProblem')}
      >
        {problem !== undefined && (
          <>
            {problem.problem} <FilterPlace filter={filter} problem={problem} />
          </>
        )}
      </p>
    </div>
  );
}

/** The part of the filter that cannot be read. */
function FilterPlace({
  filter,
  problem: { from, to },
}: {
  readonly filter: string;
  readonly problem: QueryProblem;
}) {
  return (
    <code className="filter-place">
      <span className="only-read">{text('messages.filterPlace', { place: from + 1 })}</span>
      <SafeText text={filter.slice(Math.max(0, from - 12), from)} />
      <mark>
        <SafeText text={filter.slice(from, Math.min(to, from + 60))} />
      </mark>
    </code>
  );
}
