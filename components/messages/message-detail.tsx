import { useMemo, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { MessageEventRecord } from '../../core/capture/event';
import type { Decoding } from '../../core/protocols/protocol';
import { formatClock, formatSize } from '../ui/format';
import { Direction } from './direction';
import { jsonPartOf } from './json-part';
import { JsonTree } from './json-tree';
import { LinesView } from './lines-view';
import { decodedTextOf } from './message-text';
import { createPrettyLines } from './pretty-lines';
import { createHexLines, createTextLines } from './text-lines';

/** One message in full, as plain text whatever it holds. */
export function MessageDetail(props: {
  readonly message: MessageEventRecord;
  readonly decoding: Decoding;
  readonly protocolName: string;
  readonly latencyMs: number | undefined;
  readonly actions: ReactNode;
}) {
  const { message, decoding, protocolName, latencyMs, actions } = props;
  const { direction, timeMs, sizeBytes, text, bytes, isCut } = message;
  const json = useMemo(() => jsonPartOf(message, decoding), [message, decoding]);
  const views = useMemo(() => {
    const decoded = decodedTextOf(decoding, protocolName, latencyMs);
    return {
      decoded: (columns: number) => createTextLines(decoded, columns),
      pretty: (columns: number) => createPrettyLines(json?.text ?? '', columns),
      text: (columns: number) => createTextLines(text ?? '', columns),
      hex: () => createHexLines(bytes ?? new TextEncoder().encode(text)),
    };
  }, [bytes, decoding, json, latencyMs, protocolName, text]);
  const hasBody = text !== undefined || bytes !== undefined;
  return (
    <div className="message-detail" role="group" aria-label="Selected message">
      <div className="message-detail-head">
        <Direction direction={direction} />
        <span>{direction === 'out' ? 'Sent' : 'Received'}</span>
        <span className="clock">{formatClock(timeMs)}</span>
        <span>{formatSize(sizeBytes)}</span>
        <span className="message-actions">{actions}</span>
      </div>
      {isCut === true && (
        <p className="empty-note">Only the beginning was kept of {formatSize(sizeBytes)}.</p>
      )}
      {!hasBody && (
        <p className="empty-note">{formatSize(sizeBytes)} went over the wire; the body was not kept.</p>
      )}
      <Tabs className="body-tabs" keyboardActivation="automatic">
        <TabList aria-label="How the body is shown" className="body-tab-list">
          {json !== undefined && <BodyTab id="json" name="JSON" />}
          {json !== undefined && <BodyTab id="tree" name="Tree" />}
          {text !== undefined && <BodyTab id="text" name="Text" />}
          <BodyTab id="decoded" name="Decoded" />
          {hasBody && <BodyTab id="hex" name="Hex" />}
        </TabList>
        <TabPanel id="json" className="body-panel">
          {json?.isExact === false && (
            <p className="empty-note">Written anew from what the protocol carries.</p>
          )}
          <LinesView label="Body as JSON" makeLines={views.pretty} />
        </TabPanel>
        <TabPanel id="tree" className="body-panel">
          {json !== undefined && <JsonTree text={json.text} />}
        </TabPanel>
        <TabPanel id="text" className="body-panel">
          <LinesView label="Body as text" makeLines={views.text} />
        </TabPanel>
        <TabPanel id="decoded" className="body-panel">
          <LinesView label="What the protocol says" makeLines={views.decoded} />
        </TabPanel>
        <TabPanel id="hex" className="body-panel">
          <LinesView label="Body as bytes" makeLines={views.hex} />
        </TabPanel>
      </Tabs>
    </div>
  );
}

function BodyTab({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Tab id={id} className="body-tab">
      {name}
    </Tab>
  );
}
