import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { profileSchema } from '../../core/profiles/profile';

/**
 * The schema of a profile for editors and other tools. Rules that JSON Schema has no words for (a sentence ends with a
 * full stop) are Hangup's alone.
 */
export async function profileJsonSchema(): Promise<string> {
  const { $schema, ...rest } = z.toJSONSchema(profileSchema, { reused: 'ref' });
  const title = 'Profile of an application for Hangup, version 1';
  const options = await resolveConfig(import.meta.filename);
  return format(JSON.stringify({ $schema, title, ...rest }), { ...options, parser: 'json' });
}
