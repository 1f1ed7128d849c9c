/**
 * Every number that a rule about repetition, time or size decides by, with where it comes from. "Our choice" means
 * that no source gives one: it was chosen so that a person would agree, and can be argued about here, in one place.
 */

/** The same refusal this often in a row is taken for one that does not go away. Our choice. */
export const REPEATED_REFUSALS = 3;

/** So close before or after the end of a socket, a change of the network has to do with it. Our choice. */
export const NETWORK_WINDOW_MS = 10_000;
/** A socket that died in its sleep is told of when its page wakes up, or this much later. Our choice. */
export const WAKE_WINDOW_MS = 10_000;
/** The wall clock ran on this much longer than the monotonic one: the machine slept. Our choice. */
export const SLEEP_MS = 10_000;

/** Firefox 153 waits 20 s for the answer to a Close frame, Chromium 156 waits 60 s (measured); less is no time-out. */
export const CLOSE_ANSWER_MS = 19_000;
/** A ping without an answer for so long is a missed one. Our choice: servers answer within a round trip. */
export const PING_ANSWER_MS = 5_000;
/** Timers run late: a heartbeat that is due is given this much more. Our choice. */
export const HEARTBEAT_SLACK_MS = 1_000;
/** A socket that ends so soon after `open`, without a word, was dropped at once. Our choice. */
export const DROPPED_AT_ONCE_MS = 1_000;
/** More than this waiting in the browser is a jam and no burst: see `BACKLOG_BYTES` in core/capture/backlog.ts. */
export { BACKLOG_BYTES } from '../capture/backlog';
/** Much that has waited for so long, and grows, is a jam and no burst. Our choice. */
export const BACKLOG_GROWS_MS = 2_000;
/** The smallest limit that servers set by default (64 KiB). */
export const LARGE_MESSAGE_BYTES = 65_536;
/** What comes so soon after a message may come from it. Our choice. */
export const CONSEQUENCE_MS = 1_000;

/** Default idle time-outs of what commonly stands between browser and server, in seconds (vendors' documentation). */
export const IDLE_TIMEOUTS: readonly (readonly [seconds: number, who: string])[] = [
  [55, "Heroku's router"],
  [60, 'nginx (proxy_read_timeout), AWS ALB, Apache and Phoenix'],
  [100, "Cloudflare's proxy"],
  [240, "Azure's load balancer"],
  [300, 'Azure Front Door'],
  [350, "AWS's NLB"],
  [400, 'Cloudflare (client keep-alive)'],
  [600, 'AWS API Gateway'],
];
/** How far from each other, and from a default, two silences may be. Our choice. */
export const SILENCE_SLACK_MS = 2_000;
/** The same for short silences, as a share of them. Our choice. */
export const SILENCE_SLACK = 0.05;
/** Shorter is no idle time-out that anybody sets. Our choice. */
export const SHORTEST_IDLE_TIMEOUT_MS = 5_000;

/** Longest lives that services give a connection by default, in seconds (their documentation). */
export const LIFETIME_LIMITS: readonly (readonly [seconds: number, who: string])[] = [
  [30, "Google Cloud's load balancer (backend timeout)"],
  [300, 'Google Cloud Run (default request timeout)'],
  [600, 'the Gemini Live API (about 10 min)'],
  [3_600, 'Google Cloud Run (longest request) and the OpenAI Realtime API'],
  [7_200, 'AWS API Gateway'],
  [14_400, 'Azure Front Door'],
];
/** How far from each other, and from a limit, two lifetimes may be, as a share. Our choice. */
export const LIFETIME_SLACK = 0.02;
/** A life so short is a failure and no limit. Our choice. */
export const SHORTEST_LIFETIME_LIMIT_MS = 5_000;
/** The same silence or lifetime so often is a pattern. Our choice; each is shown. */
export const PATTERN_REPEATS = 2;
/** Of all ends that the other side made, so many must fit the pattern. Our choice. */
export const PATTERN_SHARE = 2 / 3;

/** An end so close to a token's `exp` comes from it: clocks differ by seconds. Our choice. */
export const EXPIRY_SLACK_MS = 5_000;

/** Failures that begin this close together are one incident. Our choice. */
export const SAME_MOMENT_MS = 2_000;

/** A socket that has lived this long after a failure counts as healed, and its end as something new. Our choice. */
export const HEALED_AFTER_MS = 10_000;

/** A user who reloads a page that does not work does it within this time. Our choice. */
export const RELOAD_GAP_MS = 60_000;

/** A message this long before the end may still be the last word on it. Our choice: servers close at once after one. */
export const LAST_WORD_MS = 5_000;

/** So many sockets to one host that are cut at once are no accident. Our choice. */
export const MASS_OF_ONE_HOST = 3;
/** Attempts of two links that begin this close together are in step. Our choice. */
export const IN_STEP_MS = 100;
/** So often in step is no chance. Our choice. */
export const IN_STEP_ROUNDS = 2;
/** A heartbeat more often than this is more than proxies and liveness need. Our choice. */
export const BUSY_BEAT_MS = 5_000;
/** So many of the newest heartbeats tell their pace. Our choice. */
export const BEATS_LOOKED_AT = 20;

/** So many attempts in `STORM_MS` are a storm. Our choice. */
export const STORM_ATTEMPTS = 5;
export const STORM_MS = 10_000;
/** So many equal waits in a row are no accident. Our choice. */
export const EQUAL_WAITS = 4;
/** How far from each other equal waits may be, as a share, and for very short ones in milliseconds. Our choice. */
export const WAIT_SLACK = 0.1;
export const WAIT_SLACK_MS = 50;
/** A wait this long spares the server whether it grows or not. Our choice. */
export const LONG_WAIT_MS = 30_000;
/** A connection that lives less than this does no work. Our choice. */
export const SHORT_LIFE_MS = 10_000;
/** So many short lives in `FLAPPING_MS` are flapping, or churn. Our choice. */
export const FLAPPING_CYCLES = 3;
export const FLAPPING_MS = 300_000;
/** A session that its server forgot this soon was never known there: it reached another server. Our choice. */
export const STICKY_MS = 10_000;
/** Two sockets of one conversation that are open for so long together are no handover. Our choice. */
export const OVERLAP_MS = 2_000;
/** So many heartbeats missed in a row, on a socket that is still open. Our choice. */
export const HALF_OPEN_BEATS = 2;
/** So many failures, each slower than the one before, are the browser's own delay. Our choice. */
export const SLOWER_FAILURES = 4;
/** Shorter delays are the network's. Chromium 156 delays by 1 s and more, Firefox 153 by 0.2 s and more. */
export const BROWSER_DELAY_MS = 1_000;
/** Attempts without a network, or out of sight, that are worth a word. Our choice. */
export const AWAY_ATTEMPTS = 3;
/** How many messages before the end a rule may look at. Our choice: bounds the cost. */
export const MESSAGES_LOOKED_AT = 1_000;

/** Timers come this much too early at most, by rounding. */
export const FIT_EARLY_MS = 10;
/** And so much late, in milliseconds or as a share, whichever is more. Our choice. */
export const FIT_LATE_MS = 250;
export const FIT_LATE = 0.05;
/** So long Chromium 156 counts failures before it forgets them (`websocket_throttler.cc`). */
export const BROWSER_MEMORY_MS = 120_000;
/** Nothing for so many times the last wait: the client has stopped. Our choice. */
export const GAVE_UP_WAITS = 2;

/** A handshake that fails sooner never made a round trip on a usual network. Our choice. */
export const FAST_FAILURE_MS = 50;
/** And one that an answer ended takes no longer than this. Our choice. */
export const ROUND_TRIP_MS = 500;
/** So long browsers wait for the answer to a handshake (Firefox `network.websocket.timeout.open`, Chromium's source). */
export const ANSWER_TIMEOUTS: readonly (readonly [seconds: number, who: string])[] = [
  [20, 'Firefox'],
  [240, 'Chromium'],
];

/** After this long without a further event, a replay of all events is taken to be through. Our choice. */
export const REPLAY_SETTLES_MS = 3_000;

/** An attempt this long after a cut still meets what the cut came from. Our choice. */
export const WENT_AWAY_WAIT_MS = 60_000;
