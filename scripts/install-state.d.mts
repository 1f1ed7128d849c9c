interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
}

interface Lock {
  readonly packages?: Readonly<Record<string, LockedPackage>>;
}

export function staleReason(wanted: Lock, installed: Lock): string | undefined;
export function installReason(root: string): string | undefined;
