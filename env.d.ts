// What WXT puts in place of `import.meta.env.*` at build time; a property access, because only that is replaced.
interface ImportMetaEnv {
  readonly FIREFOX: boolean;
}
