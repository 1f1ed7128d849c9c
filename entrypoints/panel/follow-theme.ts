/** The parts of the two browsers' `devtools.panels` that tell the theme. */
interface ThemedPanels {
  readonly themeName?: string;
  /** Chromium. */
  readonly setThemeChangeHandler?: (handler: (themeName: string) => void) => void;
  /** Firefox. */
  readonly onThemeChanged?: { readonly addListener: (handler: (themeName: string) => void) => void };
}

/** Keeps the document in the colours of DevTools; where DevTools does not say, in those of the system. */
export function followTheme(panels: ThemedPanels, root: HTMLElement): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  let themeName = panels.themeName;

  function apply(): void {
    // Chromium says `default` for light; Firefox also knows `none` where it has no opinion.
    const isKnown = themeName !== undefined && themeName !== 'none';
    const isDark = isKnown ? themeName === 'dark' : system.matches;
    root.dataset['theme'] = isDark ? 'dark' : 'light';
  }
  function change(name: string): void {
    themeName = name;
    apply();
  }

  panels.setThemeChangeHandler?.(change);
  panels.onThemeChanged?.addListener(change);
  system.addEventListener('change', apply);
  apply();
}
