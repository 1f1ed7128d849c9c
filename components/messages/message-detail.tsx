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
import { text as localText } from '../../locales/text';

/** One message in full, as plain text whatever it holds. */
export function MessageDetail(props: {
  readonly message: MessageEventRecord;
  /** The rest of it has been asked for. */
  readonly isFetching?: boolean;
  readonly decoding: Decoding;
  readonly protocolName: string;
  readonly latencyMs: number | undefined;
  readonly actions: ReactNode;
}) {
  const { message, isFetching = false, decoding, protocolName, latencyMs, actions } = props;
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
    <div className="message-detail" role="group" aria-label={localText('messages.selected')}>
      <div className="message-detail-head">
        <Direction direction={direction} />
        <span>{localText(direction === 'out' ? 'messages.sent' : 'messages.received')}</span>
        <span className="clock">{formatClock(timeMs)}</span>
        <span>{formatSize(sizeBytes)}</span>
        <span className="message-actions">{actions}</span>
      </div>
      {isCut === true && (
        <p className="empty-note" role="status">
          {localText(isFetching ? 'messages.fetching' : 'messages.cut', { size: formatSize(sizeBytes) })}
        </p>
      )}
      {!hasBody && (
        <p className="empty-note">{localText('messages.notKeptBody', { size: formatSize(sizeBytes) })}</p>
      )}
      <Tabs className="body-tabs" keyboardActivation="automatic">
        <TabList aria-label={localText('messages.views')} className="body-tab-list">
          {json !== undefined && <BodyTab id="json" name={localText('messages.viewJson')} />}
          {json !== undefined && <BodyTab id="tree" name={localText('messages.viewTree')} />}
          {text !== undefined && <BodyTab id="text" name={localText('messages.viewText')} />}
          <BodyTab id="decoded" name={localText('messages.viewDecoded')} />
          {hasBody && <BodyTab id="hex" name={localText('messages.viewHex')} />}
        </TabList>
        <TabPanel id="json" className="body-panel">
          {json?.isExact === false && <p className="empty-note">{localText('messages.writtenAnew')}</p>}
          <LinesView label={localText('messages.bodyJson')} makeLines={views.pretty} />
        </TabPanel>
        <TabPanel id="tree" className="body-panel">
          {json !== undefined && <JsonTree text={json.text} />}
        </TabPanel>
        <TabPanel id="text" className="body-panel">
          <LinesView label={localText('messages.bodyText')} makeLines={views.text} />
        </TabPanel>
        <TabPanel id="decoded" className="body-panel">
          <LinesView label={localText('messages.bodyDecoded')} makeLines={views.decoded} />
        </TabPanel>
        <TabPanel id="hex" className="body-panel">
          <LinesView label={localText('messages.bodyHex')} makeLines={views.hex} />
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
