import { useState } from 'react';
import type { Confidence } from '../../core/causes/cause';
import type { Finding } from '../../core/finding';
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
import { Consequences } from './consequences';
import { EvidenceList } from './evidence-list';
import { toFindingLook } from './finding-look';
import { FindingSteps } from './finding-steps';
import { Hypotheses } from './hypotheses';
import { text, type PlainTextKey } from '../../locales/text';

const CONFIDENCE_WORDS: Readonly<Record<Confidence, PlainTextKey>> = {
  certain: 'findings.certain',
  likely: 'findings.likely',
  possible: 'findings.possible',
};

const RETRY_WORDS: Readonly<Record<Finding['retry'], PlainTextKey>> = {
  'not-needed': 'findings.retryNotNeeded',
  heals: 'findings.retryHeals',
  'can-succeed': 'findings.retryCanSucceed',
  'change-first': 'findings.retryChangeFirst',
  unknown: 'findings.retryUnknown',
};

/** One finding: what is wrong, what to do, and only then what says so and what may be behind it. */
export function FindingCard(props: {
  readonly folded: FoldedFinding;
  /** Leads to the message or event of this moment; absent where there is nothing to lead to. */
  readonly onShowMoment?: ((timeMs: number) => void) | undefined;
}) {
  const { folded, onShowMoment } = props;
  const { finding, count, consequences, alternatives } = folded;
  const [page, showPage] = useState<string>();
  const look = toFindingLook(finding);
  return (
    <article className={`finding-card tone-${look.tone}`}>
      <header className="finding-head">
        <Glyph shape={look.shape} tone={look.tone} size={18} />
        <h3>
          <SafeText text={finding.title} />
        </h3>
        {count > 1 && <span className="count-badge">{text('findings.times', { count })}</span>}
      </header>
      <FindingMeta folded={folded} />
      <p className="finding-explanation">
        <CodeText text={finding.explanation} />{' '}
        {finding.verdict === 'found' && <strong>{text(RETRY_WORDS[finding.retry])}</strong>}
      </p>
      {finding.missing !== undefined && (
        <p className="finding-missing">
          <strong>{text('findings.notSeen')}</strong>
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
          <h4>{text('findings.likelyCauses')}</h4>
          <ul>
            {finding.likelyCauses.map((cause) => (
              <li key={cause}>
                <CodeText text={cause} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Consequences
        heading={text('findings.mayAlsoBe')}
        consequences={alternatives}
        onShowMoment={onShowMoment}
      />
      <Consequences
        heading={text('findings.whatFollowed')}
        consequences={consequences}
        onShowMoment={onShowMoment}
      />
      <div className="finding-actions">
        <ActionButton
          variant="quiet"
          isExpanded={page !== undefined}
          onPress={() => showPage(page === undefined ? finding.cause : undefined)}
        >
          {text(page === undefined ? 'findings.more' : 'findings.closePage')}
        </ActionButton>
        <CopyButton label={text('findings.copyText')} text={() => redactOne(findingText(finding))} />
        <CopyButton label={text('findings.copyMarkdown')} text={() => redactOne(findingMarkdown(finding))} />
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
      {finding.verdict === 'found' && <span>{text(CONFIDENCE_WORDS[finding.confidence])}</span>}
      <span className="clock">
        {count > 1 ? `${formatClock(firstMs)} – ${formatClock(lastMs)}` : formatClock(lastMs)}
      </span>
      <code className="cause-id">{finding.cause}</code>
      {finding.sign !== undefined && <code>{finding.sign}</code>}
    </p>
  );
}
