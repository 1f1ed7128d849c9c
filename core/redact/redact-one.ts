import { planRedaction } from './plan';

/** One text on its own, made to be passed on: without its secrets, whatever capture it comes from. */
export function redactOne(text: string): string {
  const redacted = planRedaction([]).redactor().data(text);
  return typeof redacted === 'string' ? redacted : '';
}
