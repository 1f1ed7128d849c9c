import type { Hypothesis } from '../../core/causes/cause';
import { ActionButton } from '../ui/action-button';
import { CodeText } from '../ui/code-text';
import { SafeText } from '../ui/safe-text';
import { text } from '../../locales/text';

const SURE = {
  certain: 'findings.sureCertain',
  likely: 'findings.sureLikely',
  possible: 'findings.surePossible',
} as const;

/** What it may be, ranked, where the evidence leaves that open; each with how to find out. */
export function Hypotheses(props: {
  readonly hypotheses: readonly Hypothesis[];
  readonly onOpen: (causeId: string) => void;
}) {
  const { hypotheses, onOpen } = props;
  if (hypotheses.length === 0) return null;
  return (
    <div className="finding-hypotheses">
      <h4>{text('findings.hypotheses')}</h4>
      <ol>
        {hypotheses.map(({ cause, title, confidence, evidence, check }) => (
          <li key={title}>
            <strong>
              <SafeText text={title} />
            </strong>{' '}
            <span className="soft">{text(SURE[confidence])}</span>
            <ul>
              {evidence.map(({ text }, index) => (
                <li key={index}>
                  <SafeText text={text} />
                </li>
              ))}
            </ul>
            <CodeText text={check} />{' '}
            {cause !== undefined && (
              <ActionButton variant="quiet" onPress={() => onOpen(cause)}>
                {cause}
              </ActionButton>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
