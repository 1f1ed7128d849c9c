import { formatClock } from '../ui/format';
import type { LaidRibbon, MomentKind, StretchKind } from './page-ribbon';

const STRETCH_WORDS: Readonly<Record<StretchKind, { readonly short: string; readonly long: string }>> = {
  hidden: { short: 'hidden', long: 'The page was hidden' },
  frozen: { short: 'frozen', long: 'The browser had frozen the page' },
  offline: { short: 'offline', long: 'The browser was offline' },
  asleep: { short: 'asleep', long: 'No timer ran: the machine slept, or the page was held back' },
  'not-recorded': { short: 'not recorded', long: 'Recording was switched off' },
};
const MOMENT_WORDS: Readonly<Record<MomentKind, string>> = {
  left: 'The page was left',
  reloaded: 'The page was reloaded',
  navigated: 'The page changed its address',
  restored: 'The page came back from the back/forward cache',
  'network-changed': 'The network changed',
};

const CHARACTER_PX = 6;

/** What happened to the page and the machine, above the lanes. */
export function RibbonLine({ ribbon }: { readonly ribbon: LaidRibbon }) {
  const { stretches, moments } = ribbon;
  if (stretches.length + moments.length === 0) return null;
  return (
    <ul className="ribbon" aria-label="Page and network">
      {stretches.map(({ kind, x, widthPx, startMs, endMs }) => {
        const { short, long } = STRETCH_WORDS[kind];
        const until = endMs === undefined ? 'and still is' : `to ${formatClock(endMs)}`;
        const text = `${long}, from ${formatClock(startMs)} ${until}`;
        return (
          <li
            key={`${kind} ${startMs}`}
            className={`stretch ${kind}`}
            style={{ left: x, width: widthPx }}
            title={text}
          >
            <span className="only-read">{text}</span>
            {short.length * CHARACTER_PX + 6 < widthPx && <span aria-hidden="true">{short}</span>}
          </li>
        );
      })}
      {moments.map(({ kind, x, timeMs }) => {
        const text = `${MOMENT_WORDS[kind]}, ${formatClock(timeMs)}`;
        return (
          <li key={`${kind} ${timeMs}`} className={`moment ${kind}`} style={{ left: x }} title={text}>
            <span className="only-read">{text}</span>
          </li>
        );
      })}
    </ul>
  );
}
