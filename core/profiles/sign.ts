import { z } from 'zod';
import { conditionSchema, type Condition, type ConditionKind } from './sign-condition';

/** Title: what is wrong, without a full stop. */
const title = z
  .string()
  .min(3)
  .max(200)
  .refine((text) => !text.endsWith('.'), { message: 'A title has no full stop.' });
const sentences = z
  .string()
  .min(3)
  .max(1_000)
  .refine((text) => /[.!?]$/.test(text), { message: 'A sentence ends with a full stop.' });
const steps = z.array(sentences).max(10);

/** One thing that an application can say or do, what it means, and what to do about it. */
export const signSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+){0,12}$/, 'Use lower-case words with hyphens between them.')
    .describe('Permanent within its profile: tickets carry it.'),
  title,
  explanation: sentences,
  severity: z.enum(['info', 'warning', 'error']),
  retry: z.enum(['not-needed', 'heals', 'can-succeed', 'change-first', 'unknown']),
  confidence: z.enum(['certain', 'likely', 'possible']).optional(),
  pageShows: sentences.optional().describe('What the page shows its user, or hides.'),
  clientDoes: sentences.optional().describe("What the application's client does next."),
  likelyCauses: steps.optional(),
  next: steps.min(1).describe('For whoever builds or runs the application.'),
  nextForUser: steps.min(1).describe('For whoever uses it.'),
  when: conditionSchema.describe(
    'What must be seen. The first sign of a profile that shows is the one that is told.',
  ),
});
export type Sign = z.infer<typeof signSchema>;
export type SignOf<Kind extends ConditionKind> = Sign & { readonly when: Extract<Condition, { kind: Kind }> };

/** The signs of one kind, in the profile's order. */
export function signsOf<Kind extends ConditionKind>(
  signs: readonly Sign[],
  kind: Kind,
): readonly SignOf<Kind>[] {
  return signs.filter((sign): sign is SignOf<Kind> => sign.when.kind === kind);
}
