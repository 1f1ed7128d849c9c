import { useState } from 'react';
import type { Confidence } from '../../core/causes/cause';
import { RETRY_WORDS } from '../../core/finding';
import { findingMarkdown, findingText } from '../../core/finding-text';
import { redactOne } from '../../core/redact/redact-one';
import type { FoldedFinding } from '../../state/folded-findings';
import { TaxonomyPage } from '../taxonomy/taxonomy-page';
import { ActionButton } from '../ui/action-button';
import { CodeText } from '../ui/code-text';
import { CopyButton } from '../ui/copy-button';
import { formatClock } from '../ui/format';
import { Glyph } from '../ui/glyph';
import { SafeText } from '../ui/safe-text';
import { EvidenceList } from './evidence-list';
import { toFindingLook } from './finding-look';
import { FindingSteps } from './finding-steps';
import { Hypotheses } from './hypotheses';

const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  certain: 'Certain: the evidence leaves no other cause',
  likely: 'Likely: the evidence fits this best',
  possible: 'Possible: the evidence fits other causes too',
};

/** One finding: what is wrong, what to do, and only then what says so and what may be behind it. */
export function FindingCard(props: {
  readonly folded: FoldedFinding;
  /** Leads to the message or event of this moment; absent where there is nothing to lead to. */
  readonly onShowMoment?: ((timeMs: number) => void) | undefined;
}) {
  const { folded, onShowMoment } = props;
  const { finding, count, consequences } = folded;
  const [page, showPage] = useState<string>();
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
      <FindingMeta folded={folded} />
      <p className="finding-explanation">
        <CodeText text={finding.explanation} />{' '}
        {finding.verdict === 'found' && <strong>{RETRY_WORDS[finding.retry]}</strong>}
      </p>
      {finding.missing !== undefined && (
        <p className="finding-missing">
          <strong>Not seen: </strong>
          <SafeText text={finding.missing} />
        </p>
      )}
      <FindingSteps finding={finding} />
      <Hypotheses hypotheses={finding.hypotheses} onOpen={showPage} />
      {finding.evidence.length > 0 && (
        <EvidenceList finding={finding} isNewestOfMany={count > 1} onShowMoment={onShowMoment} />
      )}
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
      <Consequences consequences={consequences} />
      <div className="finding-actions">
        <ActionButton
          variant="quiet"
          isExpanded={page !== undefined}
          onPress={() => showPage(page === undefined ? finding.cause : undefined)}
        >
          {page === undefined ? 'More about this cause' : 'Close the page'}
        </ActionButton>
        <CopyButton label="Copy text" text={() => redactOne(findingText(finding))} />
        <CopyButton label="Copy Markdown" text={() => redactOne(findingMarkdown(finding))} />
      </div>
      {page !== undefined && <TaxonomyPage causeId={page} onOpen={showPage} />}
    </article>
  );
}

function FindingMeta({ folded }: { readonly folded: FoldedFinding }) {
  const { finding, count, firstMs, lastMs } = folded;
  return (
    <p className="finding-meta">
      <span className="finding-verdict">{toFindingLook(finding).word}</span>
      {finding.verdict === 'found' && <span>{CONFIDENCE_WORDS[finding.confidence]}</span>}
      <span className="clock">
        {count > 1 ? `${formatClock(firstMs)} – ${formatClock(lastMs)}` : formatClock(lastMs)}
      </span>
      <code className="cause-id">{finding.cause}</code>
    </p>
  );
}

/** What would not be wrong without this: said once, small, and not as findings of their own. */
function Consequences({ consequences }: { readonly consequences: readonly FoldedFinding[] }) {
  if (consequences.length === 0) return null;
  return (
    <div className="finding-consequences">
      <h4>What followed from it</h4>
      <ul>
        {consequences.map(({ finding, count }) => (
          <li key={finding.title}>
            <SafeText text={finding.title} />
            {count > 1 && `, ${count} times`} <code className="cause-id">{finding.cause}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
