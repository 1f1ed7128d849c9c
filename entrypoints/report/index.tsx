import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Panel } from '../../components/app/panel';
import '../../components/app/styles';
import { readRecordingFile } from '../../core/bundle/read-file';
import { profilesIn } from '../../core/bundle/used-profiles';
import { createFileSource } from '../../core/capture/file-source';
import { createProfileSet } from '../../state/known-profiles';
import { createMessages } from '../../state/messages';
import { createSessionStore, type Schedule } from '../../state/session-store';
import { createViewStore } from '../../state/view-store';
import { followLanguage } from '../panel/follow-language';
import { followTheme } from '../panel/follow-theme';
import { createSoon } from '../panel/soon';

const MEGABYTE = 1_048_576;
const LIMITS = { inflatedBytes: 1_024 * MEGABYTE, reportBytes: MEGABYTE };

/** The app inside a report: the same panel over the recording that the file holds. Built into one script. */
export default defineUnlistedScript(() => {
  void show();
});

async function show(): Promise<void> {
  const root = document.getElementById('root');
  const held = document.getElementById('hangup-capture')?.textContent.trim() ?? '';
  if (root === null) throw new Error('The report has no root element');
  const bytes = Uint8Array.from(atob(held), (char) => char.charCodeAt(0));
  const recording = await readRecordingFile(new Blob([bytes]).stream(), LIMITS);
  if (!recording.ok) {
    // The findings as text stay; above them stands why there is no more.
    root.prepend(recording.problem);
    return;
  }
  followTheme({}, document.documentElement);
  followLanguage(document.documentElement, navigator.languages);
  const { events, head } = recording.value;
  const soon: Schedule = (run) => {
    const timer = setTimeout(run);
    return () => clearTimeout(timer);
  };
  const source = createFileSource(events, head?.droppedEvents ?? 0);
  const session = createSessionStore(source, soon, createProfileSet(profilesIn(head)));
  // Without a worker there are no patterns: a report may start none.
  const messages = createMessages({
    nowMs: () => performance.now(),
    soon: createSoon(),
    patterns: { run: () => Promise.resolve({ kind: 'too-slow' }), stop: () => undefined },
  });
  createRoot(root).render(
    <StrictMode>
      <Panel
        session={session}
        view={createViewStore()}
        messages={messages}
        settings={undefined}
        prepareExport={undefined}
      />
    </StrictMode>,
  );
}
