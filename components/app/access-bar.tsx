import { Glyph } from '../ui/glyph';

/** The user, or their organisation, keeps Hangup out of pages: why the panel stays empty, and how to change it. */
export function AccessBar({ hasSiteAccess }: { readonly hasSiteAccess: boolean }) {
  // The live region is there before what it says, else no screen reader says it.
  return (
    <div role="status" aria-label="Access to pages">
      {!hasSiteAccess && (
        <section className="recording-bar tone-warning" aria-label="Hangup is kept out">
          <Glyph shape="alert" tone="warning" />
          <p>
            Hangup may not read all pages, and records nothing where it may not. Open the browser&rsquo;s
            extension settings, choose Hangup, allow it on all sites (Firefox: Permissions; Chromium: Site
            access), then reload the page.
          </p>
        </section>
      )}
    </div>
  );
}
