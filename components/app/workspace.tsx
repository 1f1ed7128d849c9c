import { useStore } from 'zustand';
import type { PrepareExport } from '../../core/bundle/exporter';
import type { AskServer } from '../../core/probe/ask-server';
import { shownCaptures, type Capture, type Captures } from '../../state/captures-store';
import type { SettingsControls } from '../../state/settings-store';
import { CaptureTabs } from '../open/capture-tabs';
import { OpenButton } from '../open/open-button';
import { OpeningList } from '../open/opening-list';
import { useDroppedFiles } from '../open/use-dropped-files';
import { SampleBar } from '../sample/sample-bar';
import { ActionButton } from '../ui/action-button';
import { SafeText } from '../ui/safe-text';
import type { Clock } from '../ui/use-now';
import { Panel } from './panel';
import { ProfilesArea, type ProfilesAreaProps } from './profiles-area';
import { StartPage } from './start-page';
import { text } from '../../locales/text';
import { useLanguage } from '../ui/use-language';

/** Everything that is open in one window: the tab that is recorded, and files beside it. */
export function Workspace(props: {
  readonly captures: Captures;
  readonly onFiles: (files: readonly File[]) => void;
  readonly prepareExport: (capture: Capture) => PrepareExport;
  readonly profiles: ProfilesAreaProps;
  /** Shows the sample that comes with Hangup. */
  readonly onSample: () => void;
  /** What goes with the recording in progress; absent where there is none. */
  readonly live?: {
    readonly settings?: SettingsControls;
    readonly askServer?: AskServer;
    readonly clock: Clock;
    readonly isExporting?: boolean;
  };
}) {
  const { captures, onFiles, prepareExport, profiles, onSample, live } = props;
  useLanguage();
  const state = useStore(captures.store);
  const isOver = useDroppedFiles(onFiles);
  const shown = shownCaptures(state);
  const isBeside = shown.length > 1;
  const Pane = isBeside ? 'section' : 'div';
  const sample = <ActionButton onPress={onSample}>{text('sample.open')}</ActionButton>;
  const hasFiles = state.captures.some(({ recording }) => recording !== undefined);

  return (
    <div className="workspace">
      {hasFiles && (
        <CaptureTabs
          tabs={state.captures.map((capture) => ({
            id: capture.id,
            name: nameOf(capture),
            isShown: shown.includes(capture),
            canClose: capture.recording !== undefined,
          }))}
          isBeside={state.isBeside}
          onChoose={captures.choose}
          onClose={captures.close}
          onBeside={captures.toggleBeside}
        />
      )}
      <OpeningList openings={state.openings} onDismiss={captures.dismiss} />
      {shown.length === 0 && (
        <StartPage>
          <OpenButton label={text('open.openFiles')} variant="primary" onFiles={onFiles} />
          <ProfilesArea {...profiles} />
          {sample}
        </StartPage>
      )}
      <div className={isBeside ? 'panes beside' : 'panes'}>
        {shown.map((capture) => (
          // A region of its own only beside another: the main area of a window stands in no region.
          <Pane key={capture.id} className="pane" aria-label={isBeside ? nameOf(capture) : undefined}>
            {isBeside && (
              <h2 className="pane-name">
                <SafeText text={nameOf(capture)} />
              </h2>
            )}
            {capture.isSample && <SampleBar onClose={() => captures.close(capture.id)} />}
            <Panel
              session={capture.session}
              view={capture.view}
              messages={capture.messages}
              {...(capture.recording === undefined && live)}
              prepareExport={prepareExport(capture)}
              open={
                <>
                  <ProfilesArea {...profiles} />
                  <OpenButton label={text('open.open')} onFiles={onFiles} />
                </>
              }
              start={sample}
              isBeside={isBeside}
            />
          </Pane>
        ))}
      </div>
      {isOver && (
        <p className="drop-here" aria-hidden="true">
          {text('open.drop')}
        </p>
      )}
    </div>
  );
}

function nameOf({ recording, name, isSample }: Capture): string {
  if (isSample) return text('sample.name');
  return recording === undefined ? text('open.thisTab') : name;
}
