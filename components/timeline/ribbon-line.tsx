import { formatClock } from '../ui/format';
import type { LaidRibbon, MomentKind, StretchKind } from './page-ribbon';
import { text, type PlainTextKey, type TextKey } from '../../locales/text';

interface StretchKeys {
  readonly short: PlainTextKey;
  readonly over: `timeline.${string}For` & TextKey;
  readonly still: `timeline.${string}Still` & TextKey;
}

const STRETCH_WORDS: Readonly<Record<StretchKind, StretchKeys>> = {
  hidden: { short: 'timeline.hidden', over: 'timeline.hiddenFor', still: 'timeline.hiddenStill' },
  frozen: { short: 'timeline.frozen', over: 'timeline.frozenFor', still: 'timeline.frozenStill' },
  offline: { short: 'timeline.offline', over: 'timeline.offlineFor', still: 'timeline.offlineStill' },
  asleep: { short: 'timeline.asleep', over: 'timeline.asleepFor', still: 'timeline.asleepStill' },
  'not-recorded': {
    short: 'timeline.notRecorded',
    over: 'timeline.notRecordedFor',
    still: 'timeline.notRecordedStill',
  },
};
const MOMENT_WORDS = {
  left: 'timeline.left',
  reloaded: 'timeline.reloaded',
  navigated: 'timeline.navigated',
  restored: 'timeline.restored',
  'network-changed': 'timeline.networkChanged',
} as const satisfies Readonly<Record<MomentKind, TextKey>>;

const CHARACTER_PX = 6;

/** What happened to the page and the machine, above the lanes. */
export function RibbonLine({ ribbon }: { readonly ribbon: LaidRibbon }) {
  const { stretches, moments } = ribbon;
  if (stretches.length + moments.length === 0) return null;
  return (
    <ul className="ribbon" aria-label={text('timeline.ribbon')}>
      {stretches.map(({ kind, x, widthPx, startMs, endMs }) => {
        const { short, over, still } = STRETCH_WORDS[kind];
        const from = formatClock(startMs);
        const said =
          endMs === undefined ? text(still, { from }) : text(over, { from, to: formatClock(endMs) });
        const word = text(short);
        return (
          <li
            key={`${kind} ${startMs}`}
            className={`stretch ${kind}`}
            style={{ left: x, width: widthPx }}
            title={said}
          >
            <span className="only-read">{said}</span>
            {word.length * CHARACTER_PX + 6 < widthPx && <span aria-hidden="true">{word}</span>}
          </li>
        );
      })}
      {moments.map(({ kind, x, timeMs }) => {
        const said = text(MOMENT_WORDS[kind], { clock: formatClock(timeMs) });
        return (
          <li key={`${kind} ${timeMs}`} className={`moment ${kind}`} style={{ left: x }} title={said}>
            <span className="only-read">{said}</span>
          </li>
        );
      })}
    </ul>
  );
}
