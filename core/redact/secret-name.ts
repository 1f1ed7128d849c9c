/** What a secret is, as far as its name or its shape says. Pseudonyms begin with it: `token-3`. */
export const SECRET_KINDS = [
  'token',
  'password',
  'key',
  'cookie',
  'session',
  'secret',
  'jwt',
  'email',
  'data',
] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** Names are compared without case and separators: `X-API-Key`, `apiKey` and `api_key` are one. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const PARTS: readonly (readonly [RegExp, SecretKind])[] = [
  [/passw(?:or)?d|passphrase|passcode|^(?:pass|pwd|pin|otp)$|^(?:user|db)pass$/, 'password'],
  [/cookie|keycloakauth/, 'cookie'],
  [
    /api_?key|access_?key|private_?key|secret_?key|signing_?key|encryption_?key|client_?key|^awsaccess/,
    'key',
  ],
  [
    /token|jwt|^tkn$|bearer|authorization|^auth$|authheader|authkey|authcode|^ticket$|assertion|^saml|csrf|xsrf|^hmac/,
    'token',
  ],
  [
    /secret|credential|signature|^sig$|^aws(?:secret|session)|^xamz(?:security|signature|credential)/,
    'secret',
  ],
  [/^sid$|sessionid|sessid|^session(?:key|hash)$/, 'session'],
];

/** They speak about a secret and hold none. */
const ABOUT =
  /(?:count|counts|limit|limits|usage|used|type|kind|url|uri|endpoint|expires?|expiry|expiresin|expiresat|ttl|length|size|budget|method|mode|status|state|required|enabled|valid|policy|per\w{1,10}|total|cost|costs|tokenizer|error|failed)$|^(?:max|min|num|total|prompt|completion|input|output|cached?|remaining)token|^tokenize/;

/** In addresses these mean a credential; in a payload they may mean anything. */
const IN_ADDRESSES = /^(?:key|sig|code|auth|access|ticket|hash|st|se)$/;

/** Says what a name stands for. A profile may know more names than these. */
export interface SecretNames {
  kindOf(name: string): SecretKind | undefined;
  /** Of a parameter in an address or a form body. */
  kindOfParameter(name: string): SecretKind | undefined;
}

/** @param more names that an application's profile adds, in any spelling */
export function createSecretNames(more: readonly string[] = []): SecretNames {
  const added = new Set(more.map(plainName));
  const known = new Map<string, SecretKind | undefined>();

  function judge(plain: string): SecretKind | undefined {
    if (added.has(plain)) return PARTS.find(([pattern]) => pattern.test(plain))?.[1] ?? 'secret';
    if (plain.length > 80 || ABOUT.test(plain)) return undefined;
    return PARTS.find(([pattern]) => pattern.test(plain))?.[1];
  }

  function kindOf(name: string): SecretKind | undefined {
    if (known.has(name)) return known.get(name);
    const kind = judge(plainName(name.slice(0, 200)));
    // A page can make up names without end.
    if (known.size < 20_000) known.set(name, kind);
    return kind;
  }

  return {
    kindOf,
    kindOfParameter: (name) =>
      kindOf(name) ?? (IN_ADDRESSES.test(plainName(name.slice(0, 200))) ? 'token' : undefined),
  };
}

/** It names something to correlate by, and its value stays as it is: `conversation_id`, `traceparent`, `cause`. */
export function isIdName(name: string): boolean {
  return /(?:^|[a-z_.-])(?:id|ids|uuid|guid|Id|Ids|ID|UUID)$|^(?:traceparent|cause|x-request-id|etag|sha|commit|hash|digest|integrity|revision)$/.test(
    name,
  );
}

/** What stands where a secret would, and is none: printed nothings, and what somebody has masked already. */
export function isEmptyValue(value: string): boolean {
  return (
    value === '' ||
    /^(?:null|undefined|none|nil|nan|true|false|deleted|redacted|anonymous|bearer|basic|\[object object\]|<[a-z_ -]{1,40}>|\[redacted\]|[*x.\u2022-]{2,})$/i.test(
      value,
    )
  );
}
