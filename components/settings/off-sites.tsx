import { text } from '../../locales/text';
import { ActionButton } from '../ui/action-button';
import { RichText } from '../ui/rich-text';
import { SafeText } from '../ui/safe-text';

/** The other sites where recording is off, so that none is forgotten; each can be switched on from here. */
export function OffSites(props: {
  readonly sites: readonly string[];
  readonly onSiteOn: (site: string) => void;
}) {
  const { sites, onSiteOn } = props;
  if (sites.length === 0) return null;
  return (
    <div className="off-sites">
      <span id="off-sites">{text('settings.offSites')}</span>
      <ul aria-labelledby="off-sites">
        {sites.map((site) => (
          <li key={site}>
            <ActionButton variant="quiet" onPress={() => onSiteOn(site)}>
              <RichText of="settings.switchOnSite" values={{ site: <SafeText text={site} /> }} />
            </ActionButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
