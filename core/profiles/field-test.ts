import { z } from 'zod';
import { shortText } from './text-test';

/**
 * A place in parsed data: names and places in lists, with dots between them: `0.extras.agent_state`. `*`: any element
 * of a list or of an object.
 */
export const fieldPath = z
  .string()
  .max(300)
  .refine((path) => path.split('.').length <= 10 && path.split('.').every((part) => part !== ''), {
    message: 'A path has one to ten names with single dots between them.',
  });

/** What stands at a place of a packet's data. Everything that is given must hold for one of the values there. */
export const fieldTestSchema = z
  .strictObject({
    at: fieldPath,
    equals: z.union([z.string().max(300), z.number(), z.boolean(), z.null()]).optional(),
    oneOf: z
      .array(z.union([z.string().max(300), z.number()]))
      .min(1)
      .max(100)
      .optional(),
    noneOf: z
      .array(z.union([z.string().max(300), z.number()]))
      .min(1)
      .max(100)
      .optional(),
    startsWith: shortText.optional(),
    contains: shortText.optional(),
    exists: z.boolean().optional().describe('False: nothing may stand there.'),
  })
  .refine((test) => Object.entries(test).some(([key, value]) => key !== 'at' && value !== undefined), {
    message: 'A test of a field needs equals, oneOf, noneOf, startsWith, contains or exists.',
  });
export type FieldTest = z.infer<typeof fieldTestSchema>;

/** So many elements of a list are looked at. */
const FAN_OUT = 100;

/** All values at a place of data from a stranger; empty: nothing stands there. */
export function valuesAt(data: unknown, path: string): readonly unknown[] {
  let values: readonly unknown[] = [data];
  for (const name of path.split('.')) {
    values = values.flatMap((value) => childrenOf(value, name)).slice(0, FAN_OUT);
    if (values.length === 0) break;
  }
  return values;
}

/** The first text or number at a place, as text. */
export function wordAt(data: unknown, path: string): string | undefined {
  for (const value of valuesAt(data, path)) {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

function childrenOf(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (name === '*') return Object.values(value).slice(0, FAN_OUT);
  // Own fields alone: data from a stranger may be called `constructor`.
  if (!Object.hasOwn(value, name)) return [];
  const child: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
  return child === undefined ? [] : [child];
}

export function matchesFields(tests: readonly FieldTest[] | undefined, data: unknown): boolean {
  return tests === undefined || tests.every((test) => matchesField(test, data));
}

function matchesField(test: FieldTest, data: unknown): boolean {
  const values = valuesAt(data, test.at);
  if (test.exists === false) return values.length === 0;
  return values.some((value) => matchesValue(test, value));
}

function matchesValue({ equals, oneOf, noneOf, startsWith, contains }: FieldTest, value: unknown): boolean {
  if (equals !== undefined && value !== equals) return false;
  if (oneOf !== undefined && !oneOf.some((one) => one === value)) return false;
  if (noneOf?.some((one) => one === value) === true) return false;
  if (startsWith === undefined && contains === undefined) return true;
  if (typeof value !== 'string') return false;
  return value.startsWith(startsWith ?? '') && value.includes(contains ?? '');
}
