import { z } from 'zod';
import { common, url } from './event-parts';

/** What happened to the document around its sockets. Seen by the relay, in a world that the page cannot reach. */

const fromLifecycle = { ...common, source: z.literal('page-lifecycle') };

/** The document went away (navigation, reload, closed tab) or came back. `persisted`: to or from the back/forward cache. */
export const pageHidden = z.object({
  ...fromLifecycle,
  type: z.literal('page-hidden'),
  /** What the Navigation API said was coming. Absent: a closed tab, or a navigation that it does not tell of. */
  navigation: z.enum(['push', 'replace', 'reload', 'traverse']).optional(),
  persisted: z.boolean(),
});
export const pageShown = z.object({
  ...fromLifecycle,
  type: z.literal('page-shown'),
  persisted: z.boolean(),
});

export const pageVisibility = z.object({
  ...fromLifecycle,
  type: z.literal('page-visibility'),
  visibility: z.enum(['visible', 'hidden']),
});
/** The browser stopped the page's timers and tasks, or let them go on (Page Lifecycle API; Chromium). */
export const pageFrozen = z.object({ ...fromLifecycle, type: z.literal('page-frozen') });
export const pageResumed = z.object({ ...fromLifecycle, type: z.literal('page-resumed') });
/** The document got another address without being replaced (History API, fragment). */
export const pageNavigated = z.object({ ...fromLifecycle, type: z.literal('page-navigated'), url });
export const networkOnline = z.object({
  ...fromLifecycle,
  type: z.literal('network-online'),
  isOnline: z.boolean(),
});
/** The kind of network changed (Network Information API; Chromium). */
export const networkChanged = z.object({
  ...fromLifecycle,
  type: z.literal('network-changed'),
  connectionType: z.string().max(100).optional(),
  effectiveType: z.string().max(100).optional(),
});
/** A timer fired much later than asked: the machine slept, or the browser held the page's timers back. */
export const timerGap = z.object({
  ...fromLifecycle,
  type: z.literal('timer-gap'),
  expectedMs: z.number().nonnegative(),
  /** By the clock on the wall, which goes on while the machine sleeps. */
  actualMs: z.number().nonnegative(),
  /** By the monotonic clock, which may not. */
  monotonicMs: z.number().nonnegative(),
  visibility: z.enum(['visible', 'hidden']),
});
/** The user switched recording off or on again: what happens between is not seen. */
export const recordingChanged = z.object({
  ...fromLifecycle,
  type: z.literal('recording-changed'),
  isOn: z.boolean(),
  /** `paused`: everywhere. `site-off`: on this site. */
  reason: z.enum(['paused', 'site-off', 'resumed']),
});

export type LifecycleEvent = z.infer<
  | typeof pageHidden
  | typeof pageShown
  | typeof pageVisibility
  | typeof pageFrozen
  | typeof pageResumed
  | typeof pageNavigated
  | typeof networkOnline
  | typeof networkChanged
  | typeof timerGap
  | typeof recordingChanged
>;
