import type { PrepareExport } from '../../core/bundle/exporter';
import { createExporter } from '../../platform/extension/exporter';
import FileWorker from '../../platform/extension/file-worker?worker';
import { toFileToOpen } from '../../platform/extension/open-file';
import { createPatternSearch } from '../../platform/extension/pattern-search';
import PatternWorker from '../../platform/extension/pattern-worker?worker';
import { createCaptures, type Capture, type Captures } from '../../state/captures-store';
import type { Schedule } from '../../state/session-store';
import { createSoon } from './soon';

/** Not an animation frame: a hidden panel gets none, and what waits for one would pile up. */
const TICK_MS = 50;

const onNextTick: Schedule = (run) => {
  const timer = setTimeout(run, TICK_MS);
  return () => clearTimeout(timer);
};

export interface Workbench {
  readonly captures: Captures;
  readonly onFiles: (files: readonly File[]) => void;
  readonly prepareExport: (capture: Capture) => PrepareExport;
}

/** What the panel and the viewer share: recordings next to each other, opened and exported. */
export function createWorkbench(): Workbench {
  const captures = createCaptures({
    schedule: onNextTick,
    createListMachinery: () => ({
      nowMs: () => performance.now(),
      soon: createSoon(),
      patterns: createPatternSearch(() => new PatternWorker()),
    }),
  });
  return {
    captures,
    onFiles: (files) => captures.openFiles(files.map((file) => toFileToOpen(file, () => new FileWorker()))),
    prepareExport: ({ session, recording }) =>
      createExporter(() => {
        const { conversations, status } = session.store.getState();
        const { droppedEvents, hasSiteAccess } = status;
        return { events: session.events(), conversations, droppedEvents, hasSiteAccess, recording };
      }),
  };
}
