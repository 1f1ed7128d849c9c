import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { CaptureStatus } from '../../core/capture/source';
import type { Recording } from '../../core/settings/recording';
import { RecordingSettings, type RecordingSettingsProps } from './recording-settings';
import { text } from '../../locales/text';

/** Whether this page is recorded, and the way to change it. */
export function RecordingButton(props: {
  readonly status: CaptureStatus;
  readonly recording: Recording;
  readonly settings: RecordingSettingsProps;
}) {
  const { status, recording, settings } = props;
  const isOn = recording === 'on' && status.connected;
  return (
    <DialogTrigger>
      <Button className={`action-button recording-state ${isOn ? 'on' : 'off'}`}>
        <span className="recording-dot" aria-hidden="true" />
        {toWord(recording, status.connected)}
        <svg className="recording-open" width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
          <path d="M1 2.5l3 3 3-3" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </Button>
      {/* The popover itself is the dialog: its hidden buttons to close it must not stand outside of one (axe: region). */}
      <Popover
        className="settings-popover"
        placement="bottom start"
        offset={4}
        aria-label={text('settings.heading')}
      >
        <div className="settings-dialog">
          <RecordingSettings {...settings} />
        </div>
      </Popover>
    </DialogTrigger>
  );
}

function toWord(recording: Recording, isConnected: boolean): string {
  switch (recording) {
    case 'paused':
      return text('settings.paused');
    case 'site-off':
      return text('settings.offHere');
    case 'on':
      return text(isConnected ? 'toolbar.recording' : 'toolbar.notConnected');
  }
}
