import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { profileJsonSchema } from './profile-json-schema';
import { openhandsCoverage } from './openhands-coverage';
import { protocolIndex } from './protocol-index';
import { taxonomyIndex } from './taxonomy-index';

const root = new URL('../../', import.meta.url);

interface GeneratedPart {
  /** Path in the project. */
  readonly file: string;
  /** Stands in the markers `<!-- NAME: begin -->` and `<!-- NAME: end -->`. */
  readonly name: string;
  readonly write: () => string;
}

/** Files that come from code as a whole. */
export const GENERATED_FILES: readonly { readonly file: string; readonly write: () => Promise<string> }[] = [
  { file: 'docs/profiles/profile.schema.json', write: profileJsonSchema },
];

/** What stands in documents and comes from code. `npm run docs` writes it, a test says when it is old. */
export const GENERATED_PARTS: readonly GeneratedPart[] = [
  { file: 'docs/taxonomy/README.md', name: 'causes', write: taxonomyIndex },
  { file: 'docs/protocols.md', name: 'protocols', write: protocolIndex },
  { file: 'docs/profiles/openhands.md', name: 'openhands', write: openhandsCoverage },
];

/** The whole document with its part made anew. */
export async function regenerate({ file, name, write }: GeneratedPart): Promise<string> {
  const before = readFileSync(new URL(file, root), 'utf8');
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  if (from === -1 || to < from) throw new Error(`${file} lacks the markers ${begin} and ${end}.`);
  const text = `${before.slice(0, from + begin.length)}\n\n${write()}\n${before.slice(to)}`;
  const options = await resolveConfig(new URL(file, root));
  return format(text, { ...options, parser: 'markdown' });
}
