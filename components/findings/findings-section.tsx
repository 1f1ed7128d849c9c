import type { ChainState } from '../../state/chain-overview';
import type { FoldedFinding } from '../../state/folded-findings';
import { ActionButton } from '../ui/action-button';
import { Glyph } from '../ui/glyph';
import { toStateLook } from './finding-look';
import { FindingCard } from './finding-card';
import { text } from '../../locales/text';

/** What is wrong with the chosen attempt, or with the chain as a whole. */
export function FindingsSection(props: {
  readonly findings: readonly FoldedFinding[];
  readonly state: ChainState;
  readonly attemptCount: number;
  /** From 1; undefined: the whole chain is on show. */
  readonly chosenAttempt: number | undefined;
  readonly onShowChain: () => void;
  readonly onShowMoment?: ((timeMs: number) => void) | undefined;
}) {
  const { findings, state, attemptCount, chosenAttempt, onShowChain, onShowMoment } = props;
  return (
    <section className="findings" aria-label={text('findings.heading')}>
      <div className="section-head">
        <h2>{text('findings.heading')}</h2>
        <span className="section-scope">{scopeWords(chosenAttempt, attemptCount)}</span>
        {chosenAttempt !== undefined && attemptCount > 1 && (
          <ActionButton variant="quiet" onPress={onShowChain}>
            {text('findings.showAllAttempts', { count: attemptCount })}
          </ActionButton>
        )}
      </div>
      <div className="findings-body">
        {findings.length === 0 ? (
          <NothingWrong state={state} />
        ) : (
          findings.map((folded) => (
            <FindingCard
              key={`${folded.finding.cause} ${folded.finding.title}`}
              folded={folded}
              onShowMoment={onShowMoment}
            />
          ))
        )}
      </div>
    </section>
  );
}

function NothingWrong({ state }: { readonly state: ChainState }) {
  const { shape, tone, word } = toStateLook(state);
  return (
    <div className="nothing-wrong">
      <Glyph shape={shape} tone={tone} size={18} />
      <p>
        <strong>{text('findings.stateIs', { state: word })}</strong>{' '}
        {text(state === 'connecting' ? 'findings.waitingForServer' : 'findings.nothingWrong')}
      </p>
    </div>
  );
}

function scopeWords(chosenAttempt: number | undefined, attemptCount: number): string {
  if (attemptCount === 1) return text('findings.onlyAttempt');
  return chosenAttempt === undefined
    ? text('findings.allAttempts', { count: attemptCount })
    : text('findings.attemptOf', { attempt: chosenAttempt, attempts: attemptCount });
}
