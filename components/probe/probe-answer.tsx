import type { ProbeEvent } from '../../core/capture/event';
import { describeHow, describeReach, readStep } from '../../core/probe/read-answer';
import { formatClock } from '../ui/format';
import { SafeText } from '../ui/safe-text';
import { text } from '../../locales/text';
import { RichText } from '../ui/rich-text';

type Step = ProbeEvent['steps'][number];

/** One answer, labelled with how it was got. All that the server wrote is shown as text. */
export function ProbeAnswer({ probe }: { readonly probe: ProbeEvent }) {
  const { how, startedMs, steps } = probe;
  const reach = describeReach(how);
  return (
    <article className="probe-answer">
      <h3>
        <RichText
          of="probe.askedAt"
          values={{ clock: <span className="clock">{formatClock(startedMs)}</span> }}
        />
      </h3>
      <p className="soft">{describeHow(how)}</p>
      <ol className="probe-steps">
        {steps.map((step, index) => (
          <ProbeStep key={index} how={how} step={step} />
        ))}
      </ol>
      <dl className="reach">
        <dt>{text('probe.carriesOver')}</dt>
        <dd>{reach.carriesOver}</dd>
        <dt>{text('probe.doesNot')}</dt>
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
          <RichText
            of="probe.status"
            values={{ status: String(status), words: <SafeText text={statusText} /> }}
          />
        </p>
      )}
      {failureText !== undefined && (
        <p className="soft">
          <RichText of="probe.browserSays" values={{ words: <SafeText text={failureText} /> }} />
        </p>
      )}
      {headers.length > 0 && (
        <details>
          <summary>{text('probe.headers', { count: headers.length })}</summary>
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
        <pre className="probe-body" tabIndex={0} aria-label={text('probe.body')}>
          <SafeText text={body} isBlock />
        </pre>
      )}
      {isBodyCut === true && <p className="soft">{text('probe.bodyCut')}</p>}
      {status !== undefined && body === '' && <p className="soft">{text('probe.noBody')}</p>}
    </li>
  );
}
