import fs from 'node:fs';
import path from 'node:path';

/**
 * Compares package-lock.json with the lock file npm leaves in node_modules at the end of an install. npm leaves out
 * the project itself and the optional packages made for other systems; everything else has to be there, the same.
 * @returns {string | undefined} why the install is out of date, or undefined
 */
export function staleReason(wanted, installed) {
  const wantedPackages = wanted.packages ?? {};
  const installedPackages = installed.packages ?? {};
  for (const [name, entry] of Object.entries(wantedPackages)) {
    if (name === '') continue;
    const there = installedPackages[name];
    if (there === undefined) {
      if (entry.optional) continue;
      return `${name} is missing`;
    }
    if (there.version !== entry.version || there.integrity !== entry.integrity) return `${name} has changed`;
  }
  const extra = Object.keys(installedPackages).find((name) => !(name in wantedPackages));
  return extra === undefined ? undefined : `${extra} is no longer wanted`;
}

/** Why `npm ci` has to run in this folder, or undefined when node_modules is what package-lock.json says. */
export function installReason(root) {
  const installedLock = path.join(root, 'node_modules', '.package-lock.json');
  if (!fs.existsSync(installedLock)) return 'node_modules is missing';
  try {
    return staleReason(readJson(path.join(root, 'package-lock.json')), readJson(installedLock));
  } catch (error) {
    return `a lock file cannot be read (${error.message})`;
  }
}

function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
