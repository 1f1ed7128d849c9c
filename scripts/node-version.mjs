/** Also in package.json's engines: the oldest Node that vite 7 and vitest 4 run on. */
const OLDEST = { major: 20, minor: 19 };

/** What to do about a Node that is too old, or undefined when it is new enough. */
export function nodeVersionProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return undefined;
  return `This needs Node ${OLDEST.major}.${OLDEST.minor} or newer, and you have ${version}. Install a newer Node and run it again.`;
}
