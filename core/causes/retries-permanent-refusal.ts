import type { Finding } from '../finding';
import { NOT_APPLICABLE, CLEAR } from './cause';
import type { ChainCause, ChainView } from './chain-cause';
import { found } from './reading/found';
import { duration } from './reading/words';
import { REPEATED_REFUSALS } from './thresholds';

export const retriesPermanentRefusal: ChainCause = {
  id: 'retries-permanent-refusal',
  layer: 'reconnect',
  severity: 'error',
  title: 'The page keeps trying what is refused every time',
  explanation:
    'Each attempt failed for the same reason, and that reason does not go away by itself. The client treats it like a passing failure and goes on trying.',
  likelyCauses: [
    'The client reconnects after every close, whatever the code or the status.',
    'The token or session that the client sends has expired, and it sends the same one again.',
  ],
  next: [
    'Stop reconnecting on this reason, and ask for a new login instead.',
    'Renew what the server objects to before the next attempt.',
  ],
  nextForUser: ['Waiting does not help here: log in again, or reload the page.'],
  retry: 'change-first',
  needs: ['page-events', 'browser-log', 'repetition'],
  explains: [],
  isReaction: true,
  diagnose(view) {
    const { attempts } = view.chain;
    if (attempts.length < REPEATED_REFUSALS) return NOT_APPLICABLE;
    const run = lastRun(view);
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined || run.length < REPEATED_REFUSALS) return CLEAR;
    const forMs = last.timeMs - first.timeMs;
    const text = `${run.length} attempts in a row ended alike, over ${duration(forMs)}: ${first.finding.title}`;
    const [decisive] = last.finding.evidence;
    return found(
      [
        { source: decisive?.source ?? 'page-hook', text, timeMs: last.timeMs },
        ...(decisive === undefined ? [] : [decisive]),
      ],
      {
        confidence: run.every(({ finding }) => finding.confidence === 'certain') ? 'certain' : 'likely',
        title: `Refused ${run.length} times in a row, and tried again each time`,
        next: last.finding.next.slice(0, 1),
        about: run.map(({ connectionId }) => connectionId),
      },
    );
  },
};

interface Refusal {
  readonly connectionId: string;
  readonly timeMs: number;
  readonly finding: Finding;
}

/** The attempts up to the newest that has ended which share one cause and title that no retry changes. */
function lastRun({ chain, headlines }: ChainView): readonly Refusal[] {
  const run: Refusal[] = [];
  for (let index = chain.attempts.length - 1; index >= 0; index -= 1) {
    const connection = chain.attempts[index]?.connection;
    const finding = headlines[index];
    if (connection === undefined) break;
    // An attempt under way says nothing yet.
    if (connection.endedMs === undefined && finding === undefined && run.length === 0) continue;
    if (finding?.verdict !== 'found' || finding.retry !== 'change-first') break;
    const [newest] = run;
    if (
      newest !== undefined &&
      (newest.finding.cause !== finding.cause || newest.finding.title !== finding.title)
    )
      break;
    run.push({ connectionId: connection.id, timeMs: connection.endedMs ?? connection.startedMs, finding });
  }
  return run.reverse();
}
