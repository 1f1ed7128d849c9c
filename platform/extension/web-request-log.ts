import { browser, type Browser } from 'wxt/browser';
import { siteOf } from '../../core/settings/recording';
import type { RecordingGate } from './recording-gate';

type Report = (tabId: number, streamId: string, records: readonly unknown[]) => void;
/** What is read of a request's details, in any of its stages. */
interface Details {
  readonly requestId: string;
  readonly tabId: number;
  readonly timeStamp: number;
  readonly url: string;
  readonly documentUrl?: string | undefined;
  readonly originUrl?: string | undefined;
  /** From the frame's parent up to the tab's own document. */
  readonly frameAncestors?: readonly { readonly url: string }[];
}

interface Pending {
  readonly socketId: number;
  readonly startedMs: number;
  status?: number;
  responseHeaders?: [string, string][];
}

const FILTER = { urls: ['ws://*/*', 'wss://*/*'] };

/**
 * Firefox only: the browser's own record of every WebSocket handshake, those of workers included. It tells the status
 * and headers of a refusal and the network error behind a failure, none of which the page is allowed to know.
 *
 * Measured in Firefox 153: a refusal ends in onErrorOccurred after onHeadersReceived has told the status; a redirect
 * ends in onBeforeRedirect with nothing after it; an invalid 101 ends in onCompleted like a good one.
 */
export function startWebRequestLog(gate: RecordingGate, report: Report): void {
  const streamId = `web-request-${crypto.randomUUID()}`;
  const pending = new Map<string, Pending>();
  const recorded = new WeakSet<Pending>();
  const startedTabs = new Set<number>();
  let lastSeq = 0;
  let lastSocketId = 0;

  function emit(tabId: number, timeMs: number, record: Readonly<Record<string, unknown>>): void {
    report(tabId, streamId, [{ source: 'web-request', seq: (lastSeq += 1), timeMs, ...record }]);
  }

  /** A shared or service worker belongs to no tab (-1): each tab that shows its origin gets the record. */
  async function emitToSite(url: string | undefined, timeMs: number, record: object): Promise<void> {
    const origin = originOf(url);
    if (origin === undefined) return;
    for (const { id, url: shown } of await browser.tabs.query({})) {
      if (id !== undefined && originOf(shown) === origin) emit(id, timeMs, { ...record, isFromWorker: true });
    }
  }

  function onStart(details: Details): undefined {
    const request = { socketId: (lastSocketId += 1), startedMs: details.timeStamp };
    pending.set(details.requestId, request);
    const start = { ...request };
    gate.pass([siteOfRequest(details)], () => {
      recorded.add(request);
      tellStart(details, start);
    });
    return undefined;
  }

  function tellStart(details: Details, request: Pending): void {
    if (details.tabId >= 0 && !startedTabs.has(details.tabId)) {
      startedTabs.add(details.tabId);
      emit(details.tabId, details.timeStamp, { type: 'source-started' });
    }
    // Told at once, because the order of the starts is what ties a record to its socket (core/capture/join.ts).
    emitHandshake(details, request, {});
  }

  function onHeaders(details: Browser.webRequest.OnHeadersReceivedDetails): undefined {
    const request = pending.get(details.requestId);
    if (request === undefined) return undefined;
    request.status = details.statusCode;
    request.responseHeaders = (details.responseHeaders ?? []).map(({ name, value }) => [name, value ?? '']);
    return undefined;
  }

  function onEnd(details: Details, outcome: Readonly<Record<string, unknown>>): void {
    const request = pending.get(details.requestId);
    if (request === undefined) return;
    pending.delete(details.requestId);
    gate.pass([siteOfRequest(details)], () => {
      // Without its start it would be half a record: recording was off then.
      if (recorded.has(request)) emitHandshake(details, request, { endedMs: details.timeStamp, ...outcome });
    });
  }

  function emitHandshake(
    details: Details,
    request: Pending,
    outcome: Readonly<Record<string, unknown>>,
  ): void {
    const documentUrl = details.documentUrl ?? details.originUrl;
    const record = {
      type: 'handshake',
      url: details.url,
      ...request,
      ...(documentUrl === undefined ? undefined : { documentUrl }),
      ...outcome,
    };
    if (details.tabId >= 0) emit(details.tabId, details.timeStamp, record);
    else void emitToSite(documentUrl, details.timeStamp, record);
  }

  const { webRequest } = browser;
  webRequest.onBeforeRequest.addListener((details) => onStart(details), FILTER);
  webRequest.onHeadersReceived.addListener(onHeaders, FILTER, ['responseHeaders']);
  webRequest.onBeforeRedirect.addListener(
    (details) => onEnd(details, { redirectUrl: details.redirectUrl }),
    FILTER,
  );
  webRequest.onCompleted.addListener((details) => onEnd(details, {}), FILTER);
  webRequest.onErrorOccurred.addListener((details) => onEnd(details, { failure: details.error }), FILTER);
}

function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}

/** The site (`siteOf`) of the tab's own document. */
function siteOfRequest({ frameAncestors, documentUrl, originUrl }: Details): string | undefined {
  return siteOf(frameAncestors?.at(-1)?.url ?? documentUrl ?? originUrl);
}
