import type {
  CauseText,
  Confidence,
  Evidence,
  Hypothesis,
  Layer,
  Need,
  RetryVerdict,
  Ruling,
  Severity,
} from './causes/cause';

/** A cause that was matched on a connection or on a chain: what a person reads. */
export interface Finding {
  readonly cause: string;
  readonly layer: Layer;
  readonly verdict: 'found' | 'cannot-tell' | 'error';
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly title: string;
  readonly explanation: string;
  readonly evidence: readonly Evidence[];
  readonly likelyCauses: readonly string[];
  /** For whoever builds or runs the application. */
  readonly next: readonly string[];
  /** For whoever uses it. */
  readonly nextForUser: readonly string[];
  readonly retry: RetryVerdict;
  /** What else it may be, or what is behind it, the likeliest first; empty: nothing is left open. */
  readonly hypotheses: readonly Hypothesis[];
  /** What Hangup would have had to see, to tell at all (`cannot-tell`) or to tell more. */
  readonly missing?: string;
  /** Of a chain only: the ids of the connections that it is about. */
  readonly about?: readonly string[];
  /** What an application's profile calls it, e.g. `openhands/d-02-invalid-session-api-key`. Permanent. */
  readonly sign?: string;
}

/**
 * The finding that a rule leads to; undefined: it does not hold here, or has nothing to say. A rule that throws becomes
 * an `error` of that rule alone: it must not take the others with it, and must not pass for "nothing found".
 */
export function toFinding(cause: CauseText, diagnose: () => Ruling): Finding | undefined {
  const general = textOf(cause);
  try {
    const ruling = diagnose();
    switch (ruling.verdict) {
      case 'found': {
        const {
          title,
          severity,
          explanation,
          retry,
          next = [],
          nextForUser = [],
          about,
          missing,
          sign,
        } = ruling;
        return {
          ...general,
          verdict: 'found',
          severity: severity ?? general.severity,
          confidence: ruling.confidence,
          title: title ?? general.title,
          explanation: explanation ?? general.explanation,
          evidence: ruling.evidence,
          next: [...next, ...general.next],
          nextForUser: [...nextForUser, ...general.nextForUser],
          retry: retry ?? general.retry,
          likelyCauses: ruling.likelyCauses ?? general.likelyCauses,
          hypotheses: ruling.hypotheses ?? [],
          ...(missing !== undefined && { missing }),
          ...(about !== undefined && { about }),
          ...(sign !== undefined && { sign }),
        };
      }
      case 'cannot-tell':
        return {
          ...general,
          verdict: 'cannot-tell',
          confidence: 'possible',
          title: ruling.title ?? general.title,
          evidence: ruling.evidence,
          missing: ruling.missing,
          hypotheses: ruling.hypotheses ?? [],
        };
      case 'clear':
      case 'not-applicable':
        return undefined;
    }
  } catch (problem) {
    return {
      ...general,
      verdict: 'error',
      severity: 'warning',
      confidence: 'possible',
      title: `The check "${cause.id}" failed here`,
      explanation: problem instanceof Error ? problem.message : String(problem),
      next: ['Export a bundle and report this: it is a defect in Hangup, not in your socket.'],
      nextForUser: ['Export a bundle and report this: it is a defect in Hangup, not in your page.'],
      retry: 'unknown',
    };
  }
}

/** Of each cause, what every finding of it says: most rules find nothing, and there are ten thousand attempts. */
const texts = new WeakMap<CauseText, ReturnType<typeof readText>>();

function textOf(cause: CauseText) {
  const known = texts.get(cause);
  if (known !== undefined) return known;
  const text = readText(cause);
  texts.set(cause, text);
  return text;
}

function readText({
  id,
  layer,
  severity,
  title,
  explanation,
  likelyCauses,
  next,
  nextForUser,
  retry,
}: CauseText) {
  const nothing: { evidence: readonly Evidence[]; hypotheses: readonly Hypothesis[] } = {
    evidence: [],
    hypotheses: [],
  };
  return {
    ...nothing,
    cause: id,
    layer,
    severity,
    title,
    explanation,
    likelyCauses,
    next: next as readonly string[],
    nextForUser: nextForUser as readonly string[],
    retry,
  };
}

/** In words: what a rule has to see. */
export const NEED_WORDS: Readonly<Record<Need, string>> = {
  'page-events': "the page's own events",
  'browser-log': "the browser's log",
  messages: 'the messages',
  'page-lifecycle': 'what happened to the page and the machine',
  repetition: 'the same more than once',
};

/** In a sentence: what comes of waiting and of trying again. */
export const RETRY_WORDS: Readonly<Record<RetryVerdict, string>> = {
  'not-needed': 'Nothing is broken: no retry is needed.',
  heals: 'It goes away by itself: waiting is enough.',
  'can-succeed': 'A later attempt can succeed without any change.',
  'change-first': 'Every attempt fails until something is changed: waiting does not help.',
  unknown: 'Whether a later attempt can succeed is not known.',
};
