import type { ProfilesAreaProps } from '../../components/app/profiles-area';
import { pageOf } from '../../components/taxonomy/taxonomy-pages';
import type { PrepareExport } from '../../core/bundle/exporter';
import { readRecording } from '../../core/bundle/read';
import { createExporter } from '../../platform/extension/exporter';
import FileWorker from '../../platform/extension/file-worker?worker';
import { toFileToOpen } from '../../platform/extension/open-file';
import { createPatternSearch } from '../../platform/extension/pattern-search';
import { createProfileKeeper } from '../../platform/extension/profile-keeper';
import { saveFile } from '../../platform/extension/save-file';
import PatternWorker from '../../platform/extension/pattern-worker?worker';
import { createCaptures, type Capture, type Captures } from '../../state/captures-store';
import { setKnownProfiles } from '../../state/known-profiles';
import { createProfileStore } from '../../state/profile-store';
import { caughtUp } from './caught-up';
import { completeBodies } from './complete-bodies';
import { createSoon } from './soon';
import { TICKS } from './ticks';

/** Part of the build and no request: it is read only when somebody wants to see it. */
async function readSample() {
  const { default: written } = await import('./sample.hangup.json?raw');
  return readRecording(written);
}

const readPage = async (causeId: string) => pageOf(causeId);

export interface Workbench {
  readonly captures: Captures;
  readonly onFiles: (files: readonly File[]) => void;
  readonly prepareExport: (capture: Capture) => PrepareExport;
  readonly profiles: ProfilesAreaProps;
  readonly onSample: () => void;
}

/** What the panel and the viewer share: recordings next to each other, opened and exported. */
export function createWorkbench(): Workbench {
  const captures = createCaptures({
    ...TICKS,
    createListMachinery: () => ({
      nowMs: () => performance.now(),
      soon: createSoon(),
      patterns: createPatternSearch(() => new PatternWorker()),
    }),
  });
  const profiles = createProfileStore(createProfileKeeper(), (known) => {
    setKnownProfiles(known);
    for (const { session } of captures.store.getState().captures) session.judgeAnew();
  });
  return {
    captures,
    profiles: {
      controls: profiles,
      onExport: (fileName, text) => saveFile(fileName, [text], 'application/json'),
    },
    onFiles: (files) => captures.openFiles(files.map((file) => toFileToOpen(file, () => new FileWorker()))),
    onSample: () => void captures.showSample(readSample),
    prepareExport: ({ session, recording }) =>
      createExporter(async ({ hasBodies }) => {
        await caughtUp(session, Date.now());
        if (hasBodies) await completeBodies(session);
        const { conversations, status } = session.store.getState();
        const { droppedEvents, hasSiteAccess } = status;
        const profiles = session.profiles();
        return { events: session.events(), conversations, droppedEvents, hasSiteAccess, profiles, recording };
      }, readPage),
  };
}
