import { z } from 'zod';

/** A text of a profile: never a pattern that runs, so no input can make it slow. */
export const shortText = z.string().min(1).max(300);

/** What a text must be. Everything that is given must hold; letters count as they are written. */
export const textTestSchema = z
  .strictObject({
    equals: z.string().max(300).optional(),
    oneOf: z.array(z.string().max(300)).min(1).max(100).optional(),
    noneOf: z.array(z.string().max(300)).min(1).max(100).optional(),
    startsWith: shortText.optional(),
    endsWith: shortText.optional(),
    contains: shortText.optional(),
  })
  .refine((test) => Object.values(test).some((value) => value !== undefined), {
    message: 'A test of a text needs equals, oneOf, noneOf, startsWith, endsWith or contains.',
  });
export type TextTest = z.infer<typeof textTestSchema>;

export function matchesText(test: TextTest | undefined, text: string): boolean {
  if (test === undefined) return true;
  const { equals, oneOf, noneOf, startsWith, endsWith, contains } = test;
  return (
    (equals === undefined || text === equals) &&
    (oneOf === undefined || oneOf.includes(text)) &&
    (noneOf === undefined || !noneOf.includes(text)) &&
    (startsWith === undefined || text.startsWith(startsWith)) &&
    (endsWith === undefined || text.endsWith(endsWith)) &&
    (contains === undefined || text.includes(contains))
  );
}
