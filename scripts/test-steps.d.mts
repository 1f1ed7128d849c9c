export interface Step {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  readonly needs?: string;
  readonly vitest?: boolean;
  readonly browsers?: boolean;
}

export const STEPS: readonly Step[];
export function chooseSteps(args: readonly string[]): readonly Step[];
