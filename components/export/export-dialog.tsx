import { useEffect, useId, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { ExportFormat, ExportPreview, PrepareExport } from '../../core/bundle/exporter';
import { ActionButton } from '../ui/action-button';
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
  const [isWholeTab, setWholeTab] = useState(true);
  const [hasBodies, setBodies] = useState(true);
  const [lastMinutes, setLastMinutes] = useState<number>();
  const [keep, setKeep] = useState<ReadonlySet<string>>(new Set());
  const [preview, setPreview] = useState<ExportPreview>();
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const saving = useRef<AbortController>(undefined);

  useEffect(() => {
    const controller = new AbortController();
    const fromMs =
      lastMinutes === undefined || latestMs === undefined ? undefined : latestMs - lastMinutes * 60_000;
    const scope = { chainIds: isWholeTab ? undefined : chainIds, fromMs, hasBodies };
    prepare(scope, controller.signal).then(
      (prepared) => {
        setPreview(prepared);
        setKeep(new Set());
      },
      () => {
        // Another choice was made meanwhile.
      },
    );
    return () => controller.abort();
    // The capture goes on while the dialog is open; what is exported is what was there when it was asked for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isWholeTab, hasBodies, lastMinutes]);

  async function save(): Promise<void> {
    if (preview === undefined) return;
    const controller = (saving.current = new AbortController());
    setProgress(0);
    setProblem(undefined);
    try {
      const saved = await preview.save(format, keep, setProgress, controller.signal);
      if (saved.ok) onClose();
      else setProblem(saved.problem);
    } catch {
      setProblem(text(controller.signal.aborted ? 'export.cancelled' : 'export.notWritten'));
    }
    setProgress(undefined);
  }

  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog-frame">
        <Dialog className="dialog export-dialog">
          <Heading slot="title">{text('export.heading')}</Heading>
          <fieldset>
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
          <fieldset>
            <legend>{text('export.contents')}</legend>
            <label className="export-choice">
              <input
                type="radio"
                name={`${name}-scope`}
                checked={isWholeTab}
                onChange={() => setWholeTab(true)}
              />
              <span>{text('export.wholeTab')}</span>
            </label>
            <label className="export-choice">
              <input
                type="radio"
                name={`${name}-scope`}
                checked={!isWholeTab}
                disabled={chainIds === undefined}
                onChange={() => setWholeTab(false)}
              />
              <span>{text('export.conversation')}</span>
            </label>
            <label className="export-choice">
              <input
                type="checkbox"
                checked={hasBodies}
                onChange={(event) => setBodies(event.target.checked)}
              />
              <span>{text('export.bodies')}</span>
            </label>
            <label className="export-range">
              <span>{text('export.range')}</span>
              <select
                value={lastMinutes ?? ''}
                onChange={({ target }) =>
                  setLastMinutes(target.value === '' ? undefined : Number(target.value))
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
          <RedactionList preview={preview} keep={keep} onKeep={setKeep} />
          <div role="status">{problem}</div>
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
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
