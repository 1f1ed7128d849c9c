import type { ExportPreview } from '../../core/bundle/exporter';
import { SafeText } from '../ui/safe-text';

/** More rows than these nobody decides one by one. */
const MOST_ROWS = 300;
const MOST_PLACES = 3;

/** What is taken out, under which name, where, how often; each can be left in. */
export function RedactionList(props: {
  readonly preview: ExportPreview | undefined;
  readonly keep: ReadonlySet<string>;
  readonly onKeep: (keep: ReadonlySet<string>) => void;
}) {
  const { preview, keep, onKeep } = props;
  if (preview === undefined) return <p role="status">Looking for secrets…</p>;
  const { redactions, eventCount } = preview;
  const taken = redactions.length - keep.size;

  function toggle(pseudonym: string, isTaken: boolean): void {
    const next = new Set(keep);
    if (isTaken) next.delete(pseudonym);
    else next.add(pseudonym);
    onKeep(next);
  }

  return (
    <section aria-label="What is taken out">
      <p role="status">
        {eventCount.toLocaleString('en')} {eventCount === 1 ? 'event' : 'events'} leave this machine.{' '}
        {redactions.length === 0
          ? 'No secret was found in them.'
          : `${taken} of ${redactions.length} secrets found are replaced by names.`}{' '}
        Read the file before you send it: no list of rules knows every secret.
      </p>
      {redactions.length > 0 && (
        <ul className="redactions">
          {redactions.slice(0, MOST_ROWS).map(({ pseudonym, count, places }) => (
            <li key={pseudonym}>
              <label className="export-choice">
                <input
                  type="checkbox"
                  checked={!keep.has(pseudonym)}
                  onChange={(event) => toggle(pseudonym, event.target.checked)}
                />
                <span>
                  <code>{pseudonym}</code> stands for <SafeText text={hint(preview.valueOf(pseudonym))} />
                </span>
                <span className="setting-hint">
                  {count === 1 ? 'Once' : `${count} times`}:{' '}
                  <SafeText
                    text={places
                      .slice(0, MOST_PLACES)
                      .map(({ where }) => where)
                      .join(', ')}
                  />
                  {places.length > MOST_PLACES && ` and ${places.length - MOST_PLACES} more places`}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Enough to know it by, on a screen that is being shared. */
function hint(value: string | undefined): string {
  if (value === undefined) return 'bodies that nobody can read';
  return value.length <= 6 ? '•••' : `${value.slice(0, 3)}••• (${value.length} characters)`;
}
