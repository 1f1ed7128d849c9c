import type { FoldedFinding } from '../../state/folded-findings';
import { CodeText } from '../ui/code-text';
import { Glyph } from '../ui/glyph';
import { RichText } from '../ui/rich-text';
import { SafeText } from '../ui/safe-text';
import { EvidenceList } from './evidence-list';
import { toFindingLook } from './finding-look';
import { FindingSteps } from './finding-steps';

/** What belongs to the finding above and needs no card of its own: a line each, opened for evidence and next steps. */
export function Consequences(props: {
  readonly heading: string;
  readonly consequences: readonly FoldedFinding[];
  readonly onShowMoment: ((timeMs: number) => void) | undefined;
}) {
  const { heading, consequences, onShowMoment } = props;
  if (consequences.length === 0) return null;
  return (
    <div className="finding-consequences">
      <h4>{heading}</h4>
      {consequences.map((folded) => (
        <Consequence key={folded.finding.title} folded={folded} onShowMoment={onShowMoment} />
      ))}
    </div>
  );
}

function Consequence(props: {
  readonly folded: FoldedFinding;
  readonly onShowMoment: ((timeMs: number) => void) | undefined;
}) {
  const { folded, onShowMoment } = props;
  const { finding, count } = folded;
  const { shape, tone } = toFindingLook(finding);
  return (
    <details>
      <summary>
        <Glyph shape={shape} tone={tone} size={12} />{' '}
        {count > 1 ? (
          <RichText
            of="findings.titleTimes"
            values={{ title: <SafeText text={finding.title} />, times: count }}
          />
        ) : (
          <SafeText text={finding.title} />
        )}{' '}
        <code className="cause-id">{finding.cause}</code>
      </summary>
      <p className="finding-explanation">
        <CodeText text={finding.explanation} />
      </p>
      <FindingSteps finding={finding} />
      <EvidenceList finding={finding} isNewestOfMany={count > 1} onShowMoment={onShowMoment} />
    </details>
  );
}
