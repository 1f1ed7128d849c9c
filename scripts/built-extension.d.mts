import type { BrowserName } from './find-browser.mjs';

export interface ContentScript {
  readonly world?: string;
  readonly js?: readonly string[];
  readonly all_frames?: boolean;
  readonly run_at?: string;
  readonly match_origin_as_fallback?: boolean;
}

export interface BuiltManifest {
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly content_scripts?: readonly ContentScript[];
}

export interface Build {
  readonly manifest: BuiltManifest;
  readonly files: Readonly<Record<string, string>>;
}

export interface Measured {
  readonly name: string;
  readonly bytes: number | undefined;
  readonly limit: number;
}

export function readBuild(folder: string): Build;
export function measure(build: Build): Measured[];
export function manifestProblems(manifest: BuiltManifest, browser: BrowserName): string[];
