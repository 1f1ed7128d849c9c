import type { SecretKind } from './secret-name';

/**
 * What is a secret wherever it stands, by the form that its issuer gave it. Every quantifier is bounded or ends at a
 * character outside its class, so that no text makes them slow.
 */
export const SECRET_SHAPES: readonly (readonly [RegExp, SecretKind])[] = [
  // A JSON Web Token or a JOSE object, RFC 7519: base64url of `{"` begins with eyJ. Two parts, three, or five.
  [/(?<![\w-])eyJ[\w-]{5,}(?:\.[\w-]*){1,4}/g, 'jwt'],
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]{1,20000}(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g, 'key'],
  // OpenAI, Anthropic, OpenHands, OpenRouter, Stripe.
  [/(?<![A-Za-z0-9])(?:sk|pk|rk)[-_][\w-]{12,}/g, 'key'],
  // GitHub, GitLab.
  [/(?<![A-Za-z0-9])gh[pousr]_\w{16,}/g, 'token'],
  [/(?<![A-Za-z0-9])github_pat_\w{20,}/g, 'token'],
  [/(?<![A-Za-z0-9])gl(?:pat|rt|dt|cbt|ptt|agent|soat|ft)-[\w-]{16,}/g, 'token'],
  // Slack.
  [/(?<![A-Za-z0-9])x(?:ox[abceoprs]|app)-[\w-]{8,}/g, 'token'],
  // AWS access key ids; Google; npm, Hugging Face, DigitalOcean, Vault, SendGrid.
  [/(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[0-9A-Z]{12,}/g, 'key'],
  [/(?<![A-Za-z0-9])AIza[\w-]{30,}/g, 'key'],
  [/(?<![A-Za-z0-9])ya29\.[\w-]{16,}/g, 'token'],
  [
    /(?<![A-Za-z0-9])(?:npm_|hf_|dop_v1_|hvs\.|SG\.|shpat_|dapi|glsa_|lin_api_|xkeysib-)[\w.-]{16,}/g,
    'token',
  ],
  // Kubernetes puts a bearer token among the subprotocols.
  [/(?<=bearer\.authorization\.k8s\.io\.)[\w-]{4,}/g, 'token'],
  // The password, with the user, in an address: RFC 3986 section 3.2.1.
  [/(?<=\/\/)[^/\s:@"'<>?#]{1,100}:[^/\s@"'<>?#]{1,200}(?=@)/g, 'password'],
];

/** After the word that announces it: RFC 6750, RFC 7617 and what is like them. Checked further by `isCredential`. */
export const ANNOUNCED =
  /\b(bearer|basic|token|apikey|negotiate|digest|splunk|aws4-hmac-sha256)[ \t]{1,4}([\w.~+/=-]{6,})/gi;

/** "Basic authentication failed" announces nothing. */
export function isCredential(value: string): boolean {
  return /\d|=$/.test(value) || value.length >= 24;
}

/** A host's last label has letters alone: `pkg@1.2.3` is no address. */
export const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}\b/g;

/** One look that tells texts without any of the shapes, which are most. Each shape begins with one of these. */
export const ANY_SHAPE =
  /eyJ|-----BEGIN |[spr]k[-_]|gh[pousr]_|github_pat_|gl(?:pat|rt|dt|cbt|ptt|agent|soat|ft)-|xox[abceoprs]|xapp|A[KSBCRI][ICOD]A|AIza|ya29\.|npm_|hf_|dop_v1_|hvs\.|SG\.|shpat_|dapi|glsa_|lin_api_|xkeysib-|bearer\.authorization\.k8s|\/\/[^/\s:@"'<>?#]{1,100}:/;
