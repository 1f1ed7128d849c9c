import type { Opening } from '../../state/captures-store';
import { ActionButton } from '../ui/action-button';
import { Glyph } from '../ui/glyph';
import { SafeText } from '../ui/safe-text';

/** Files that are being read, each with its way out, and why one could not be. */
export function OpeningList(props: {
  readonly openings: readonly Opening[];
  readonly onDismiss: (id: string) => void;
}) {
  const { openings, onDismiss } = props;
  // The live region is there before what it says, else no screen reader says it.
  return (
    <div role="status" aria-label="Files being opened" className="openings">
      {openings.map(({ id, name, share, problem }) => (
        <div key={id} className={`opening tone-${problem === undefined ? 'accent' : 'error'}`}>
          <Glyph
            shape={problem === undefined ? 'live' : 'stop'}
            tone={problem === undefined ? 'accent' : 'error'}
          />
          <p>
            <strong>
              <SafeText text={name} />
            </strong>{' '}
            {problem === undefined ? 'is being read.' : <SafeText text={problem} />}
          </p>
          {problem === undefined && <progress value={share} aria-label="Read so far" />}
          <ActionButton variant={problem === undefined ? 'plain' : 'quiet'} onPress={() => onDismiss(id)}>
            {problem === undefined ? 'Cancel' : 'Dismiss'}
          </ActionButton>
        </div>
      ))}
    </div>
  );
}
