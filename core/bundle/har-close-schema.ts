import { z } from 'zod';

/**
 * How a socket ended, which HAR has no field for. Hangup writes it as `_close` beside `_webSocketMessages`
 * (docs/bundle-format.md). Times are seconds since the epoch, as messages have them.
 */
export const harCloseSchema = z.object({
  code: z.int().min(0).max(65_535),
  reason: z.string().catch(''),
  wasClean: z.boolean().catch(false),
  time: z.number().optional().catch(undefined),
  /** The page's own calls of `close()`. */
  calls: z
    .array(
      z.object({
        time: z.number(),
        readyState: z.int().min(0).max(3),
        code: z.number().optional(),
        reason: z.string().optional(),
      }),
    )
    .max(1_000)
    .catch([]),
});
export type HarClose = z.infer<typeof harCloseSchema>;
