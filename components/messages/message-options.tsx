import type { ReactNode } from 'react';
import type { MessageScope, TimeMode } from '../../state/messages-view';

const SCOPES: Readonly<Record<MessageScope, string>> = {
  connection: 'This connection',
  chain: 'All attempts',
  conversation: 'The conversation',
  all: 'Every connection',
};
const TIMES: Readonly<Record<TimeMode, string>> = {
  clock: 'Time of day',
  relative: 'Since its start',
  delta: 'Since the row above',
};

/** Whose messages, and how their rows look. */
export function MessageOptions(props: {
  readonly scope: MessageScope;
  readonly timeMode: TimeMode;
  readonly foldsHeartbeats: boolean;
  readonly onScope: (scope: MessageScope) => void;
  readonly onTimeMode: (timeMode: TimeMode) => void;
  readonly onFold: (folds: boolean) => void;
  /** What else stands in the row. */
  readonly more?: ReactNode;
}) {
  const { scope, timeMode, foldsHeartbeats, onScope, onTimeMode, onFold, more } = props;
  return (
    <div className="message-options" role="group" aria-label="What is listed">
      <Choice label="Messages of" options={SCOPES} value={scope} onChoose={onScope} />
      <Choice label="Times" options={TIMES} value={timeMode} onChoose={onTimeMode} />
      <label className="message-fold">
        <input
          type="checkbox"
          checked={foldsHeartbeats}
          onChange={({ currentTarget }) => onFold(currentTarget.checked)}
        />
        Fold heartbeats
      </label>
      {more}
    </div>
  );
}

/** The browser's own choice: it opens beyond the panel's edge, which is often near. */
function Choice<Value extends string>(props: {
  readonly label: string;
  readonly options: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}) {
  const { label, options, value, onChoose } = props;
  const isOption = (text: string): text is Value => Object.hasOwn(options, text);
  return (
    <select
      className="choice"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        if (isOption(currentTarget.value)) onChoose(currentTarget.value);
      }}
    >
      {Object.entries<string>(options).map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
