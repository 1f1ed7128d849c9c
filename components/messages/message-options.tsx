import type { ReactNode } from 'react';
import type { MessageScope, TimeMode } from '../../state/messages-view';
import { text, type PlainTextKey } from '../../locales/text';

const SCOPES: Readonly<Record<MessageScope, PlainTextKey>> = {
  connection: 'messages.scopeConnection',
  chain: 'messages.scopeChain',
  conversation: 'messages.scopeConversation',
  all: 'messages.scopeAll',
};
const TIMES: Readonly<Record<TimeMode, PlainTextKey>> = {
  clock: 'messages.timeClock',
  relative: 'messages.timeRelative',
  delta: 'messages.timeDelta',
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
    <div className="message-options" role="group" aria-label={text('messages.options')}>
      <Choice label={text('messages.messagesOf')} options={SCOPES} value={scope} onChoose={onScope} />
      <Choice label={text('messages.times')} options={TIMES} value={timeMode} onChoose={onTimeMode} />
      <label className="message-fold">
        <input
          type="checkbox"
          checked={foldsHeartbeats}
          onChange={({ currentTarget }) => onFold(currentTarget.checked)}
        />
        {text('messages.fold')}
      </label>
      {more}
    </div>
  );
}

/** The browser's own choice: it opens beyond the panel's edge, which is often near. */
function Choice<Value extends string>(props: {
  readonly label: string;
  readonly options: Readonly<Record<Value, PlainTextKey>>;
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}) {
  const { label, options, value, onChoose } = props;
  const isOption = (id: string): id is Value => Object.hasOwn(options, id);
  return (
    <select
      className="choice"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        if (isOption(currentTarget.value)) onChoose(currentTarget.value);
      }}
    >
      {Object.entries<PlainTextKey>(options).map(([id, name]) => (
        <option key={id} value={id}>
          {text(name)}
        </option>
      ))}
    </select>
  );
}
