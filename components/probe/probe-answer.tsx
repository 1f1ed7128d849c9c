import type { ProbeEvent } from '../../core/capture/event';
import { describeHow, describeReach, readStep } from '../../core/probe/read-answer';
import { formatClock } from '../ui/format';
import { SafeText } from '../ui/safe-text';

type Step = ProbeEvent['steps'][number];

/** One answer, labelled with how it was got. All that the server wrote is shown as text. */
export function ProbeAnswer({ probe }: { readonly probe: ProbeEvent }) {
  const { how, startedMs, steps } = probe;
  const reach = describeReach(how);
  return (
    <article className="probe-answer">
      <h3>
        Asked at <span className="clock">{formatClock(startedMs)}</span>
      </h3>
      <p className="soft">{describeHow(how)}</p>
      <ol className="probe-steps">
        {steps.map((step, index) => (
          <ProbeStep key={index} how={how} step={step} />
        ))}
      </ol>
      <dl className="reach">
        <dt>Carries over</dt>
        <dd>{reach.carriesOver}</dd>
        <dt>Does not</dt>
        <dd>{reach.doesNot}</dd>
      </dl>
    </article>
  );
}

function ProbeStep({ how, step }: { readonly how: ProbeEvent['how']; readonly step: Step }) {
  const { method, url, status, statusText = '', headers = [], body = '', isBodyCut, failureText } = step;
  return (
    <li>
      <p>
        <strong>
          <SafeText text={readStep(how, step)} />
        </strong>
      </p>
      <p className="probe-request">
        {method} <SafeText text={url} />
      </p>
      {status !== undefined && (
        <p>
          Status {status} <SafeText text={statusText} />
        </p>
      )}
      {failureText !== undefined && (
        <p className="soft">
          The browser says: <SafeText text={failureText} />
        </p>
      )}
      {headers.length > 0 && (
        <details>
          <summary>Headers ({headers.length})</summary>
          <dl className="probe-headers">
            {headers.map(([name, value], index) => (
              <div key={index}>
                <dt>
                  <SafeText text={name} />
                </dt>
                <dd>
                  <SafeText text={value} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {body !== '' && (
        <pre className="probe-body" tabIndex={0} aria-label="Body of the answer">
          <SafeText text={body} isBlock />
        </pre>
      )}
      {isBodyCut === true && <p className="soft">The body is longer; only its beginning was read.</p>}
      {status !== undefined && body === '' && <p className="soft">The answer has no body.</p>}
    </li>
  );
}
