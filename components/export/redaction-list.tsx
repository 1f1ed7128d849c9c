import type { ExportPreview } from '../../core/bundle/exporter';
import { SafeText } from '../ui/safe-text';
import { text } from '../../locales/text';
import { RichText } from '../ui/rich-text';

/** More rows than these nobody decides one by one. */
const MOST_ROWS = 300;
const MOST_PLACES = 3;

/** What is taken out, under which name, where, how often; each can be left in. */
export function RedactionList(props: {
  readonly preview: ExportPreview;
  readonly keep: ReadonlySet<string>;
  readonly onKeep: (keep: ReadonlySet<string>) => void;
}) {
  const { preview, keep, onKeep } = props;
  const { redactions, eventCount } = preview;
  const taken = redactions.length - keep.size;

  function toggle(pseudonym: string, isTaken: boolean): void {
    const next = new Set(keep);
    if (isTaken) next.delete(pseudonym);
    else next.add(pseudonym);
    onKeep(next);
  }

  return (
    <section aria-label={text('export.takenOut')}>
      <p role="status">
        {text('export.summary', {
          events: text('export.events', { count: eventCount }),
          secrets:
            redactions.length === 0
              ? text('export.noSecret')
              : text('export.secrets', { taken, found: redactions.length }),
        })}
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
                  <RichText
                    of="export.standsFor"
                    values={{
                      name: <code>{pseudonym}</code>,
                      hint: <SafeText text={hint(preview.valueOf(pseudonym))} />,
                    }}
                  />
                </span>
                <span className="setting-hint">
                  <RichText
                    of={places.length > MOST_PLACES ? 'export.andMore' : 'export.once'}
                    values={{ count, places: <Places of={places} />, more: places.length - MOST_PLACES }}
                  />
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Places({ of: places }: { readonly of: readonly { readonly where: string }[] }) {
  const shown = places.slice(0, MOST_PLACES).map(({ where }) => where);
  return <SafeText text={shown.join(', ')} />;
}

/** Enough to know it by, on a screen that is being shared. */
function hint(value: string | undefined): string {
  if (value === undefined) return text('export.unreadableBodies');
  return value.length <= 6
    ? '•••'
    : text('export.secretHint', { start: value.slice(0, 3), length: value.length });
}
