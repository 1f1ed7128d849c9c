import { signsOf } from '../profiles/sign';
import { matchesUrl } from '../profiles/url-test';
import type { BesideCause } from './beside-cause';
import { signRuling } from './reading/profile-ruling';

export const profileAddress: BesideCause = {
  id: 'profile-address',
  layer: 'before-handshake',
  severity: 'warning',
  title: 'The address of the connection has a value that cannot be meant',
  explanation:
    'The page put a value into the address that the profile of this application knows to be a mistake, such as a missing value that was printed as a word.',
  likelyCauses: ['A value was not there yet when the address was made.'],
  next: ['Compare the address with one that works.'],
  nextForUser: ['Reload the page.'],
  retry: 'unknown',
  needs: ['page-events'],
  diagnoseAll(connection, { application }) {
    if (application === undefined) return [];
    const { profile } = application;
    const { url, documentUrl, startedMs, sources } = connection;
    return signsOf(profile.signs, 'address')
      .filter(({ when }) => matchesUrl(when.address, url, documentUrl))
      .map((sign) => {
        const names = (sign.when.address.query ?? []).map(({ name }) => name);
        const query = new URL(url).searchParams;
        const shown = names.map((name) => `${name}=${query.get(name) ?? '(missing)'}`).join(' and ');
        const text = `The address says ${shown === '' ? new URL(url).pathname : shown}`;
        return signRuling(profile, sign, [{ source: sources[0] ?? 'page-hook', text, timeMs: startedMs }]);
      });
  },
};
