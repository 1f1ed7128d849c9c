import { ActionButton } from '../ui/action-button';

export type TimelineScope = 'conversation' | 'all';

const SCOPES: Readonly<Record<TimelineScope, string>> = {
  conversation: 'This conversation',
  all: 'Every link',
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
    <div className="timeline-controls" role="group" aria-label="What the timeline shows">
      {hasOthers && (
        <select
          className="choice"
          aria-label="Links on the timeline"
          value={scope}
          onChange={({ currentTarget }) => onScope(currentTarget.value === 'all' ? 'all' : 'conversation')}
        >
          {Object.entries(SCOPES).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
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
          Follow
        </label>
      )}
      <ActionButton onPress={() => onZoom(ZOOM_OUT)} isDisabled={isWhole}>
        <span aria-hidden="true">−</span>
        <span className="only-read">Zoom out</span>
      </ActionButton>
      <ActionButton onPress={() => onZoom(ZOOM_IN)}>
        <span aria-hidden="true">+</span>
        <span className="only-read">Zoom in</span>
      </ActionButton>
      <ActionButton onPress={onWhole} isDisabled={isWhole}>
        All
      </ActionButton>
    </div>
  );
}

/** One press. */
export const ZOOM_IN = 0.5;
export const ZOOM_OUT = 2;
