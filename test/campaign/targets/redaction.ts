import { planRedaction } from '../../../core/redact/plan';
import { redactOne } from '../../../core/redact/redact-one';
import { binaryMessage, textMessage } from '../../core/protocols/message';
import { plantSecrets } from '../../support/planted-secrets';
import { asBytes, stringsOfTests } from '../samples';
import type { Input, Target } from '../target';

const planted = plantSecrets(7).events.flatMap((event) =>
  event.type === 'message' ? [event.text ?? event.bytes ?? ''] : [JSON.stringify(event)],
);
const texts = ['test/core/redact/', 'test/core/protocols/'].flatMap(stringsOfTests);
const SECRET = 'hunter2-Zq8vK1xW';

function redact({ body, pick }: Input): string | undefined {
  if (pick % 3 === 0 && typeof body === 'string') {
    const redacted = redactOne(body);
    return redacted.length > 4 * body.length + 1_000
      ? 'redaction makes a text four times as long'
      : undefined;
  }
  const noise =
    typeof body === 'string'
      ? textMessage(body)
      : { ...binaryMessage(body.length), bytes: new Uint8Array(body) };
  // A secret in plain view must go, whatever stands in the messages beside it.
  const plain = textMessage(JSON.stringify({ type: 'auth', session_api_key: SECRET }), { seq: 1 });
  const redactor = planRedaction([noise, plain]).redactor();
  redactor.event(noise);
  const rest = redactor.event(plain).text ?? '';
  redactor.redactions();
  return rest.includes(SECRET) ? 'a secret stays beside this message' : undefined;
}

/** Finding and taking out secrets in messages of strangers. */
export const redaction: Target = {
  name: 'redaction',
  share: 50,
  samples: [...planted, ...texts, ...asBytes(texts)],
  run: redact,
};
