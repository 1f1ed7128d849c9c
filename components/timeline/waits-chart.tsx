import type { ReconnectReading } from '../../core/reconnect/policy';
import type { ChainOutlook } from '../../state/chain-outlook';
import { formatDuration } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import { toVisibleText } from '../ui/visible-text';
import { layOutWaitsChart } from './waits-chart-layout';
import { text } from '../../locales/text';

const SENTENCES = {
  certain: 'timeline.waitsCertain',
  likely: 'timeline.waitsLikely',
  possible: 'timeline.waitsPossible',
} as const;
const SIZE = { width: 190, height: 56 } as const;

/** The waits of one chain, each over the window that its client's policy expects. */
export function WaitsChart(props: { readonly reading: ReconnectReading; readonly outlook: ChainOutlook }) {
  const { reading, outlook } = props;
  const { client, confidence, waits, misfits } = reading;
  const { points, next, mostMs } = layOutWaitsChart(waits, outlook, SIZE);
  const fitting = waits.length - misfits.length;
  const verdict = text('timeline.waitsFit', { fitting, count: waits.length });
  const sentence = text(SENTENCES[confidence], { most: formatDuration(mostMs), verdict, client });
  return (
    <figure className="waits-chart">
      <figcaption>
        <strong>{text('timeline.waits')}</strong> <span className="soft">{verdict}</span>
        <span className="chart-most soft">{formatDuration(mostMs)}</span>
      </figcaption>
      <svg
        width={SIZE.width}
        height={SIZE.height}
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        role="img"
        aria-label={toVisibleText(sentence)}
      >
        <path className="chart-grid" d={`M0 .5H${SIZE.width}M0 ${SIZE.height - 0.5}H${SIZE.width}`} />
        {points.map(({ retry, connectionId, x, y, window, fits, waitMs }) => (
          <g key={connectionId}>
            <title>
              {text(fits ? 'timeline.retryWaited' : 'timeline.retryWaitedMisfits', {
                retry,
                duration: formatDuration(waitMs),
              })}
            </title>
            {window && (
              <rect className="chart-window" x={x - 4} y={window.y} width={8} height={window.height} rx={2} />
            )}
            {fits ? (
              <circle className="chart-fits" cx={x} cy={y} r={2.6} />
            ) : (
              <path className="chart-misfit" d={`M${x} ${y - 4.5}l4.5 4.5-4.5 4.5-4.5-4.5z`} />
            )}
          </g>
        ))}
        {next && (
          <rect className="chart-next" x={next.x - 4} y={next.y} width={8} height={next.height} rx={2} />
        )}
      </svg>
      <p>
        <span className="soft">{text(confidence === 'likely' ? 'timeline.like' : 'timeline.perhaps')}</span>{' '}
        <SafeText text={client} />
      </p>
    </figure>
  );
}
