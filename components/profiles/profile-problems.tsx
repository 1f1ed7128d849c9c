import type { ProfileCheck, ProfileProblem } from '../../core/profiles/check-profile';
import { problemWords } from '../../core/profiles/check-profile';
import { text } from '../../locales/text';
import { ActionButton } from '../ui/action-button';
import { Glyph } from '../ui/glyph';
import { SafeText } from '../ui/safe-text';
import { checkSentence } from './profile-texts';

/** What must be changed before a text is a profile; each problem leads to its line. */
export function ProfileProblems(props: {
  readonly check: ProfileCheck;
  /** Of the verdict, for what it describes. */
  readonly verdictId: string;
  readonly onGoTo: (problem: ProfileProblem) => void;
}) {
  const { check, verdictId, onGoTo } = props;
  return (
    <div className="profile-check">
      <p className={`profile-verdict tone-${check.ok ? 'info' : 'error'}`} role="status" id={verdictId}>
        <Glyph shape={check.ok ? 'check' : 'stop'} tone={check.ok ? 'info' : 'error'} />
        <SafeText text={checkSentence(check)} />
      </p>
      {!check.ok && (
        <ul className="profile-problems" aria-label={text('profiles.problems')}>
          {check.problems.map((problem, index) => (
            <li key={index}>
              {problem.place === undefined ? (
                <SafeText text={problemWords(problem)} />
              ) : (
                <ActionButton variant="quiet" onPress={() => onGoTo(problem)}>
                  <SafeText text={problemWords(problem)} />
                </ActionButton>
              )}
            </li>
          ))}
          {check.more > 0 && <li>{text('profiles.more', { count: check.more })}</li>}
        </ul>
      )}
    </div>
  );
}
