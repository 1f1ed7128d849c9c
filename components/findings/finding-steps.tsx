import type { Finding } from '../../core/finding';
import { CodeText } from '../ui/code-text';
import { text } from '../../locales/text';

/** What to do, for whoever builds the application and for whoever uses it: they are seldom one person. */
export function FindingSteps({ finding }: { readonly finding: Finding }) {
  const { next, nextForUser } = finding;
  return (
    <div className="finding-next">
      <Steps title={text('findings.whatToDo')} steps={next} />
      <Steps title={text('findings.whatUserCanDo')} steps={nextForUser} />
    </div>
  );
}

function Steps({ title, steps }: { readonly title: string; readonly steps: readonly string[] }) {
  if (steps.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ol>
        {steps.map((step) => (
          <li key={step}>
            <CodeText text={step} />
          </li>
        ))}
      </ol>
    </div>
  );
}
