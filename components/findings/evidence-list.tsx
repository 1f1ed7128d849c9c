import type { Evidence } from '../../core/causes/cause';
import type { Finding } from '../../core/finding';
import { ActionButton } from '../ui/action-button';
import { formatClock } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import { SOURCE_LABELS } from './source-label';
import { text } from '../../locales/text';

/** What was seen, by whom and when. The time leads to the moment in the messages. */
export function EvidenceList(props: {
  readonly finding: Finding;
  readonly isNewestOfMany: boolean;
  readonly onShowMoment: ((timeMs: number) => void) | undefined;
}) {
  const { finding, isNewestOfMany, onShowMoment } = props;
  return (
    <div className="finding-evidence">
      <h4>{text(isNewestOfMany ? 'findings.evidenceOfMany' : 'findings.evidence')}</h4>
      <ul>
        {finding.evidence.map((row, index) => (
          <li key={index}>
            <Moment evidence={row} onShowMoment={onShowMoment} />
            <span className="evidence-text">
              <SafeText text={row.text} />{' '}
              <span className="evidence-source">{text(SOURCE_LABELS[row.source])}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Moment(props: {
  readonly evidence: Evidence;
  readonly onShowMoment: ((timeMs: number) => void) | undefined;
}) {
  const { evidence, onShowMoment } = props;
  const { timeMs } = evidence;
  if (timeMs === undefined) return <span className="clock" />;
  if (onShowMoment === undefined) return <span className="clock">{formatClock(timeMs)}</span>;
  return (
    <ActionButton variant="quiet" onPress={() => onShowMoment(timeMs)}>
      <span className="only-read">{text('findings.showMessagesAt')}</span>
      <span className="clock">{formatClock(timeMs)}</span>
    </ActionButton>
  );
}
