import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
  null: 'null',
};

/** What the schema says of a place, as one sentence that says what to do. */
export function issueWords(issue: Issue, isMissing: boolean): string {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing ? `Add this: ${kindOf(issue)} is missing.` : `Put ${kindOf(issue)} here.`;
    case 'invalid_value': {
      const values = issue.values.map((value) => JSON.stringify(value)).join(', ');
      const only = issue.values.length === 1;
      return `${isMissing ? 'Add this: it is missing, and must be' : 'Put'} ${only ? values : `one of ${values}`}${isMissing ? '.' : ' here.'}`;
    }
    case 'invalid_union':
      return unionWords(issue, isMissing);
    case 'unrecognized_keys': {
      const names = issue.keys.map((key) => JSON.stringify(key.slice(0, 100))).join(', ');
      return issue.keys.length === 1
        ? `Take ${names} out, or correct the name: there is no such field here.`
        : `Take ${names} out, or correct the names: there are no such fields here.`;
    }
    case 'too_small':
      return sizeWords(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return sizeWords(issue.origin, 'at most', issue.maximum);
    case 'custom':
    case 'invalid_format':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
      // Rules of our own bring their own sentences.
      return issue.message.endsWith('.') ? issue.message : `${issue.message}.`;
  }
}

function kindOf({ expected }: { readonly expected: string }): string {
  return KINDS[expected] ?? expected;
}

function unionWords(issue: Extract<Issue, { code: 'invalid_union' }>, isMissing: boolean): string {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
  if (options.length > 0) {
    const values = options.map((option) => JSON.stringify(option)).join(', ');
    return isMissing ? `Add this: it must be one of ${values}.` : `Put one of ${values} here.`;
  }
  const kinds = issue.errors
    .flatMap((errors) => errors.slice(0, 1))
    .flatMap((error) => (error.code === 'invalid_type' ? [kindOf(error)] : []));
  return kinds.length === 0
    ? 'Correct this: it is none of what may stand here.'
    : `Put ${kinds.join(' or ')} here.`;
}

function sizeWords(origin: string, bound: 'at least' | 'at most', size: number | bigint): string {
  const many = Number(size) !== 1;
  switch (origin) {
    case 'string':
      return `Make this text ${bound} ${size} ${many ? 'characters' : 'character'} long.`;
    case 'array':
      return `Make this list ${bound} ${size} ${many ? 'entries' : 'entry'} long.`;
    default:
      return `Put a number here that is ${bound} ${size}.`;
  }
}
