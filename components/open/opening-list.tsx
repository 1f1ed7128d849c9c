import type { Opening } from '../../state/captures-store';
import { ActionButton } from '../ui/action-button';
import { Glyph } from '../ui/glyph';
import { SafeText } from '../ui/safe-text';
import { text } from '../../locales/text';
import { RichText } from '../ui/rich-text';

/** Files that are being read, each with its way out, and why one could not be. */
export function OpeningList(props: {
  readonly openings: readonly Opening[];
  readonly onDismiss: (id: string) => void;
}) {
  const { openings, onDismiss } = props;
  // The live region is there before what it says, else no screen reader says it.
  return (
    <div role="status" aria-label={text('open.opening')} className="openings">
      {openings.map(({ id, name, share, problem }) => (
        <div key={id} className={`opening tone-${problem === undefined ? 'accent' : 'error'}`}>
          <Glyph
            shape={problem === undefined ? 'live' : 'stop'}
            tone={problem === undefined ? 'accent' : 'error'}
          />
          <p>
            {problem === undefined ? (
              <RichText of="open.isRead" values={{ name: <Name of={name} /> }} />
            ) : (
              <>
                <Name of={name} /> <SafeText text={problem} />
              </>
            )}
          </p>
          {problem === undefined && <progress value={share} aria-label={text('open.readSoFar')} />}
          <ActionButton variant={problem === undefined ? 'plain' : 'quiet'} onPress={() => onDismiss(id)}>
            {text(problem === undefined ? 'open.cancel' : 'open.dismiss')}
          </ActionButton>
        </div>
      ))}
    </div>
  );
}

function Name({ of: name }: { readonly of: string }) {
  return (
    <strong>
      <SafeText text={name} />
    </strong>
  );
}
