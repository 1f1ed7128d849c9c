import { browser } from 'wxt/browser';

/** Whether the user lets Hangup into all pages. Both browsers let them take that back at any time. */
export interface SiteAccess {
  has(): Promise<boolean>;
  onChange(listener: (hasAccess: boolean) => void): void;
}

const EVERYWHERE = { origins: ['<all_urls>'] };

export function createSiteAccess(): SiteAccess {
  const has = () => browser.permissions.contains(EVERYWHERE);
  return {
    has,
    onChange(listener) {
      const tell = () => void has().then(listener);
      browser.permissions.onAdded.addListener(tell);
      browser.permissions.onRemoved.addListener(tell);
    },
  };
}
