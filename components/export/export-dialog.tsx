import { useEffect, useId, useRef, useState } from 'react';
import type { ExportFormat, ExportPreview, PrepareExport } from '../../core/bundle/exporter';
import { ActionButton } from '../ui/action-button';
import { DialogFrame } from '../ui/dialog-frame';
import { RedactionList } from './redaction-list';
import { text, type PlainTextKey } from '../../locales/text';

const FORMATS: readonly (readonly [ExportFormat, PlainTextKey, PlainTextKey])[] = [
  ['html', 'export.html', 'export.htmlHint'],
  ['bundle', 'export.bundle', 'export.bundleHint'],
  ['har', 'export.har', 'export.harHint'],
  ['markdown', 'export.markdown', 'export.markdownHint'],
];

/** Last minutes to choose from; undefined: all. */
const RANGES: readonly (readonly [number | undefined, PlainTextKey])[] = [
  [undefined, 'export.allMessages'],
  [60, 'export.lastHour'],
  [10, 'export.lastTenMinutes'],
  [1, 'export.lastMinute'],
];

/** What of the recording goes in, as the dialog asks for it. */
interface Choice {
  readonly isWholeTab: boolean;
  readonly hasBodies: boolean;
  readonly lastMinutes: number | undefined;
}

/** Shows what will leave the machine before anything does, and lets each redaction be taken back. */
export function ExportDialog(props: {
  readonly onClose: () => void;
  readonly prepare: PrepareExport;
  /** Chains of the conversation on show; undefined: there is none. */
  readonly chainIds: ReadonlySet<string> | undefined;
  readonly latestMs: number | undefined;
}) {
  const { onClose, prepare, chainIds, latestMs } = props;
  const name = useId();
  const [format, setFormat] = useState<ExportFormat>('html');
  const [choice, setChoice] = useState<Choice>({ isWholeTab: true, hasBodies: true, lastMinutes: undefined });
  const { isWholeTab, hasBodies, lastMinutes } = choice;
  const [keep, setKeep] = useState<ReadonlySet<string>>(new Set());
  const [prepared, setPrepared] = useState<{ readonly of: Choice; readonly preview: ExportPreview }>();
  const [lookedThrough, setLookedThrough] = useState(0);
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const saving = useRef<AbortController>(undefined);
  // What was prepared for another choice may hold what is no longer to leave.
  const preview = prepared?.of === choice ? prepared.preview : undefined;

  useEffect(() => {
    const controller = new AbortController();
    const fromMs =
      lastMinutes === undefined || latestMs === undefined ? undefined : latestMs - lastMinutes * 60_000;
    const scope = { chainIds: isWholeTab ? undefined : chainIds, fromMs, hasBodies };
    prepare(scope, setLookedThrough, controller.signal).then(
      (found) => {
        setPrepared({ of: choice, preview: found });
        setKeep(new Set());
      },
      () => {
        // Else another choice was made meanwhile.
        if (!controller.signal.aborted) setProblem(text('export.notWritten'));
      },
    );
    return () => controller.abort();
    // The capture goes on while the dialog is open; what is exported is what was there when it was asked for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [choice]);

  // Escape, or a click beside it: whoever closes the dialog wants no file.
  useEffect(() => () => saving.current?.abort(), []);

  async function save(): Promise<void> {
    if (preview === undefined) return;
    const controller = (saving.current = new AbortController());
    setProgress(0);
    setProblem(undefined);
    try {
      await preview.save(format, keep, setProgress, controller.signal);
      onClose();
    } catch {
      setProblem(text(controller.signal.aborted ? 'export.cancelled' : 'export.notWritten'));
    }
    setProgress(undefined);
  }

  return (
    <DialogFrame heading={text('export.heading')} className="export-dialog" isOpen onClose={onClose}>
      <fieldset disabled={progress !== undefined}>
        <legend>{text('export.file')}</legend>
        {FORMATS.map(([id, label, hint]) => (
          <label key={id} className="export-choice">
            <input
              type="radio"
              name={`${name}-format`}
              value={id}
              checked={format === id}
              onChange={() => setFormat(id)}
            />
            <span>{text(label)}</span>
            <span className="setting-hint">{text(hint)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset disabled={progress !== undefined}>
        <legend>{text('export.contents')}</legend>
        <label className="export-choice">
          <input
            type="radio"
            name={`${name}-scope`}
            checked={isWholeTab}
            onChange={() => setChoice({ ...choice, isWholeTab: true })}
          />
          <span>{text('export.wholeTab')}</span>
        </label>
        <label className="export-choice">
          <input
            type="radio"
            name={`${name}-scope`}
            checked={!isWholeTab}
            disabled={chainIds === undefined}
            onChange={() => setChoice({ ...choice, isWholeTab: false })}
          />
          <span>{text('export.conversation')}</span>
        </label>
        <label className="export-choice">
          <input
            type="checkbox"
            checked={hasBodies}
            onChange={(event) => setChoice({ ...choice, hasBodies: event.target.checked })}
          />
          <span>{text('export.bodies')}</span>
        </label>
        <label className="export-range">
          <span>{text('export.range')}</span>
          <select
            value={lastMinutes ?? ''}
            onChange={({ target }) =>
              setChoice({
                ...choice,
                lastMinutes: target.value === '' ? undefined : Number(target.value),
              })
            }
          >
            {RANGES.map(([minutes, label]) => (
              <option key={label} value={minutes ?? ''}>
                {text(label)}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      {preview === undefined ? (
        <p role="status">{text('export.looking')}</p>
      ) : (
        <RedactionList preview={preview} keep={keep} onKeep={setKeep} />
      )}
      <div role="status">{problem}</div>
      {preview === undefined && <progress value={lookedThrough} aria-label={text('export.looking')} />}
      {progress !== undefined && <progress value={progress} aria-label={text('export.writing')} />}
      <div className="dialog-actions">
        <ActionButton onPress={progress === undefined ? onClose : () => saving.current?.abort()}>
          {text('export.cancel')}
        </ActionButton>
        <ActionButton
          variant="primary"
          isDisabled={preview === undefined || progress !== undefined}
          onPress={() => void save()}
        >
          {text('export.save')}
        </ActionButton>
      </div>
    </DialogFrame>
  );
}
