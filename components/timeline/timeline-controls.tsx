import { ActionButton } from '../ui/action-button';
import { text, type PlainTextKey } from '../../locales/text';

export type TimelineScope = 'conversation' | 'all';

const SCOPES: Readonly<Record<TimelineScope, PlainTextKey>> = {
  conversation: 'timeline.scopeConversation',
  all: 'timeline.scopeAll',
};

/** Which links are drawn, and how closely one looks. */
export function TimelineControls(props: {
  readonly scope: TimelineScope;
  /** False: there is nothing but this conversation. */
  readonly hasOthers: boolean;
  readonly isWhole: boolean;
  /** Undefined: nothing more will come. */
  readonly isFollowing: boolean | undefined;
  readonly onScope: (scope: TimelineScope) => void;
  readonly onZoom: (factor: number) => void;
  readonly onWhole: () => void;
  readonly onFollow: (isFollowing: boolean) => void;
}) {
  const { scope, hasOthers, isWhole, isFollowing, onScope, onZoom, onWhole, onFollow } = props;
  return (
    <div className="timeline-controls" role="group" aria-label={text('timeline.controls')}>
      {hasOthers && (
        <select
          className="choice"
          aria-label={text('timeline.links')}
          value={scope}
          onChange={({ currentTarget }) => onScope(currentTarget.value === 'all' ? 'all' : 'conversation')}
        >
          {Object.entries<PlainTextKey>(SCOPES).map(([id, name]) => (
            <option key={id} value={id}>
              {text(name)}
            </option>
          ))}
        </select>
      )}
      {isFollowing !== undefined && (
        <label className="follow">
          <input
            type="checkbox"
            checked={isFollowing}
            onChange={({ currentTarget }) => onFollow(currentTarget.checked)}
          />
          {text('timeline.follow')}
        </label>
      )}
      <ActionButton onPress={() => onZoom(ZOOM_OUT)} isDisabled={isWhole}>
        <span aria-hidden="true">−</span>
        <span className="only-read">{text('timeline.zoomOut')}</span>
      </ActionButton>
      <ActionButton onPress={() => onZoom(ZOOM_IN)}>
        <span aria-hidden="true">+</span>
        <span className="only-read">{text('timeline.zoomIn')}</span>
      </ActionButton>
      <ActionButton onPress={onWhole} isDisabled={isWhole}>
        {text('timeline.all')}
      </ActionButton>
    </div>
  );
}

/** One press. */
export const ZOOM_IN = 0.5;
export const ZOOM_OUT = 2;
