import type { Confidence } from '../../core/causes/cause';
import type { Finding } from '../../core/finding';
import type { FoldedFinding } from '../../state/folded-findings';
import { CodeText } from '../ui/code-text';
import { formatClock } from '../ui/format';
import { Glyph } from '../ui/glyph';
import { SafeText } from '../ui/safe-text';
import { toFindingLook } from './finding-look';
import { SOURCE_LABELS } from './source-label';

const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  certain: 'Certain: the evidence leaves no other cause',
  likely: 'Likely: the evidence fits this best',
  possible: 'Possible: the evidence fits other causes too',
};

/** One finding: what is wrong, what to do, and only then what says so and what may be behind it. */
export function FindingCard({ folded }: { readonly folded: FoldedFinding }) {
  const { finding, count, firstMs, lastMs } = folded;
  const look = toFindingLook(finding);
  return (
    <article className={`finding-card tone-${look.tone}`}>
      <header className="finding-head">
        <Glyph shape={look.shape} tone={look.tone} size={18} />
        <h3>
          <SafeText text={finding.title} />
        </h3>
        {count > 1 && <span className="count-badge">{count} times</span>}
      </header>
      <p className="finding-meta">
        <span className="finding-verdict">{look.word}</span>
        {finding.verdict === 'found' && <span>{CONFIDENCE_WORDS[finding.confidence]}</span>}
        <span className="clock">
          {count > 1 ? `${formatClock(firstMs)} – ${formatClock(lastMs)}` : formatClock(lastMs)}
        </span>
        <code className="cause-id">{finding.cause}</code>
      </p>
      <p className="finding-explanation">
        <CodeText text={finding.explanation} />
      </p>
      {finding.missing !== undefined && (
        <p className="finding-missing">
          <strong>Not seen: </strong>
          <SafeText text={finding.missing} />
        </p>
      )}
      <div className="finding-next">
        <h4>What to do</h4>
        <ol>
          {finding.next.map((step) => (
            <li key={step}>
              <CodeText text={step} />
            </li>
          ))}
        </ol>
      </div>
      {finding.evidence.length > 0 && <EvidenceList finding={finding} isNewestOfMany={count > 1} />}
      {finding.likelyCauses.length > 0 && (
        <div className="finding-likely">
          <h4>Likely causes, most likely first</h4>
          <ul>
            {finding.likelyCauses.map((cause) => (
              <li key={cause}>
                <CodeText text={cause} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  );
}

function EvidenceList({
  finding,
  isNewestOfMany,
}: {
  readonly finding: Finding;
  readonly isNewestOfMany: boolean;
}) {
  return (
    <div className="finding-evidence">
      <h4>{isNewestOfMany ? 'Evidence, from the latest time' : 'Evidence'}</h4>
      <ul>
        {finding.evidence.map(({ source, text, timeMs }, index) => (
          <li key={index}>
            <span className="clock">{timeMs === undefined ? '' : formatClock(timeMs)}</span>
            <span className="evidence-text">
              <SafeText text={text} /> <span className="evidence-source">{SOURCE_LABELS[source]}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
