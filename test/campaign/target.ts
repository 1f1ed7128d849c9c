export type Body = string | Uint8Array<ArrayBuffer>;

export interface Input {
  readonly body: Body;
  /** Chooses among what a target can do with a body: 0 up to and without 2 ** 30. */
  readonly pick: number;
}

/** One door that hostile data comes in by. */
export interface Target {
  readonly name: string;
  /** How many of a thousand inputs it gets. */
  readonly share: number;
  /** Real data, to be changed into what is not. */
  readonly samples: readonly Body[];
  /** Reads the input as the product does. Returns what is wrong with what came out; to throw is wrong as well. */
  readonly run: (input: Input) => string | undefined | Promise<string | undefined>;
}

/** The body as text: what cannot be decoded stands as U+FFFD, as it would in a browser. */
export function textOf({ body }: Input): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

export function bytesOf({ body }: Input): Uint8Array<ArrayBuffer> {
  return typeof body === 'string' ? new Uint8Array(new TextEncoder().encode(body)) : body;
}

/** A complaint about the first text that is longer than what is allowed for it. */
export function tooLong(texts: readonly (string | undefined)[], limit: number): string | undefined {
  const long = texts.find((text) => (text?.length ?? 0) > limit);
  return long === undefined ? undefined : `an output of ${long.length} characters, ${limit} are allowed`;
}
