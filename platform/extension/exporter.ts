import { browser } from 'wxt/browser';
import type { Conversation } from '../../core/capture/chain';
import { foldEvents } from '../../core/capture/fold';
import type { HangupEvent } from '../../core/capture/event';
import type { Cancellation, ExportFormat, PrepareExport } from '../../core/bundle/exporter';
import { reportHtml, type ReportShell } from '../../core/bundle/report-html';
import { scopeEvents, type ExportScope } from '../../core/bundle/scope';
import type { Recording } from '../../core/bundle/recording';
import { withUsedProfiles } from '../../core/bundle/used-profiles';
import {
  bundleSteps,
  knownPseudonyms,
  toContent,
  type BundleContent,
  type BundleFacts,
} from '../../core/bundle/write';
import { harSteps } from '../../core/bundle/write-har';
import type { Profile } from '../../core/profiles/profile';
import { redactionSteps, type Redactor } from '../../core/redact/plan';
import { reportSteps, type Report } from '../../core/report';
import { toMarkdown } from '../../core/report-text';
import { saveFile } from './save-file';

/** What the panel holds at the moment of the export. */
export interface Exported {
  readonly events: readonly HangupEvent[];
  readonly conversations: readonly Conversation[];
  readonly droppedEvents: number;
  readonly hasSiteAccess: boolean;
  /** The applications that are known. */
  readonly profiles: readonly Profile[];
  /** The file that the events came from: what it said of itself goes into the next one. */
  readonly recording?: Recording | undefined;
}

interface FileKind {
  readonly ending: string;
  readonly type: string;
  /** How often all events are read to write it. */
  readonly passes: number;
}

const KINDS: Readonly<Record<ExportFormat, FileKind>> = {
  html: { ending: 'hangup.html', type: 'text/html', passes: 2 },
  bundle: { ending: 'hangup.json', type: 'application/json', passes: 1 },
  har: { ending: 'har', type: 'application/json', passes: 1 },
  markdown: { ending: 'md', type: 'text/markdown', passes: 1 },
};

/** The panel stays alive while a large capture is read and written: it breathes this often. */
const BREATH_MS = 30;

/**
 * @param read may take a while: what is missing is fetched
 * @param pageOf what the taxonomy says of a cause, for a report
 */
export function createExporter(
  read: (scope: ExportScope) => Promise<Exported>,
  pageOf: ReportShell['pageOf'],
): PrepareExport {
  return async (scope, onProgress, signal) => {
    const {
      events: all,
      conversations,
      droppedEvents,
      hasSiteAccess,
      profiles,
      recording,
    } = await read(scope);
    signal.throwIfAborted();
    const events = scopeEvents(all, conversations, scope);
    const breathe = createBreath(signal);
    const opened = recording && toContent(recording, readFacts(droppedEvents));
    const steps = redactionSteps(events, { profiles, known: opened && knownPseudonyms(opened) });
    let step = steps.next();
    while (step.done !== true) {
      onProgress(step.value);
      await breathe();
      step = steps.next();
    }
    const plan = step.value;
    const isPart = events.length < all.length || !scope.hasBodies;
    const unseen = hasSiteAccess ? [] : ['Hangup was kept out of some pages by the browser’s settings.'];
    const base = opened ?? { facts: { ...readFacts(droppedEvents), unseen } };
    const content: BundleContent = withUsedProfiles(
      { ...base, events, facts: { ...base.facts, ...(isPart && { scope: toStoredScope(scope) }) } },
      profiles,
    );
    return {
      eventCount: events.length,
      redactions: plan.redactions(),
      valueOf: plan.valueOf,
      async save(format, keep, onSaving, saving) {
        const rest = createBreath(saving);
        const pieces: string[] = [];
        const redactor = plan.redactor(keep);
        let readCount = 0;
        const counting: Redactor = {
          ...redactor,
          event(event) {
            readCount += 1;
            return redactor.event(event);
          },
        };
        const toRead = Math.max(1, events.length) * KINDS[format].passes;
        for await (const piece of write(format, content, counting, {
          keptCount: keep.size,
          profiles,
          pageOf,
        })) {
          if (piece !== '') pieces.push(piece);
          onSaving(Math.min(1, readCount / toRead));
          await rest();
        }
        const { ending, type } = KINDS[format];
        const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
        saveFile(`hangup-${stamp}.${ending}`, pieces, type);
      },
    };
  };
}

async function* write(
  format: ExportFormat,
  content: BundleContent,
  redactor: Redactor,
  {
    keptCount,
    profiles,
    pageOf,
  }: {
    readonly keptCount: number;
    readonly profiles: readonly Profile[];
    readonly pageOf: ReportShell['pageOf'];
  },
): AsyncGenerator<string> {
  switch (format) {
    case 'bundle':
      yield* bundleSteps(content, redactor, keptCount);
      return;
    case 'har':
      yield* harSteps(foldEvents(yield* redacted(content.events, redactor)), {
        appVersion: content.facts.appVersion ?? '',
        browser: content.facts.browser ?? '',
      });
      return;
    case 'markdown':
      yield toMarkdown(yield* reportOnRedacted(content, redactor, profiles));
      return;
    case 'html':
      yield* reportHtml(
        bundleSteps(content, redactor, keptCount),
        yield* reportOnRedacted(content, redactor, profiles),
        { ...(await readShell()), pageOf },
        sha256,
      );
  }
}

const EVENTS_PER_STEP = 500;

/** Empty pieces are breaths. */
function* redacted(
  events: readonly HangupEvent[],
  redactor: Redactor,
): Generator<string, readonly HangupEvent[], void> {
  const all: HangupEvent[] = [];
  for (const event of events) {
    all.push(redactor.event(event));
    if (all.length % EVENTS_PER_STEP === 0) yield '';
  }
  return all;
}

function* reportOnRedacted(
  { events }: BundleContent,
  redactor: Redactor,
  profiles: readonly Profile[],
): Generator<string, Report, void> {
  const steps = reportSteps(yield* redacted(events, redactor), profiles);
  let step = steps.next();
  while (step.done !== true) {
    yield '';
    step = steps.next();
  }
  return step.value;
}

/** The report's app lies beside the panel as it was built, for everyone to read; each report gets a copy. */
async function readShell(): Promise<Pick<ReportShell, 'script' | 'style'>> {
  const text = async (path: `/${string}`) => (await fetch(path)).text();
  const [script, style] = await Promise.all([text('/report.js'), text('/assets/report.css')]);
  return { script, style };
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function readFacts(droppedEvents: number): BundleFacts {
  return {
    createdAt: new Date().toISOString(),
    appVersion: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    environment: readEnvironment(),
    droppedEvents,
  };
}

function readEnvironment() {
  return {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    utcOffsetMinutes: -new Date().getTimezoneOffset(),
    language: navigator.language,
    platform: navigator.platform,
    clock: 'performance.timeOrigin + performance.now() of each document',
  };
}

function toStoredScope({
  fromMs,
  hasBodies,
}: {
  readonly fromMs: number | undefined;
  readonly hasBodies: boolean;
}) {
  return { ...(fromMs !== undefined && { fromMs }), hasBodies };
}

/** Lets the page draw and listen now and then, and stops where it was called off. */
function createBreath(signal: Cancellation): () => Promise<void> {
  let lastMs = performance.now();
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - lastMs < BREATH_MS) return;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    lastMs = performance.now();
    signal.throwIfAborted();
  };
}
