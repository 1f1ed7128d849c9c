import { toolbar } from './en/toolbar';

/** Every text of the panel and the report, one file for each folder of components. */
export const en = {
  ...toolbar,
} as const;
