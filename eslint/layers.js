import path from 'node:path';

/**
 * Who may import whom. A file's layer is the first folder of its path. `types` allows type-only imports, which
 * leave nothing in the built file. This table is the architecture: ARCHITECTURE.md draws the same arrows.
 */
const LAYERS = {
  core: { may: ['core'] },
  locales: { may: ['locales', 'core'] },
  state: { may: ['state', 'locales', 'core'] },
  components: { may: ['components', 'state', 'locales', 'core'] },
  platform: { may: ['platform', 'platform/page', 'core'] },
  'platform/page': { may: ['platform/page'], types: ['core'] },
  entrypoints: {
    may: ['entrypoints', 'components', 'state', 'locales', 'core', 'platform', 'platform/page'],
  },
  cli: { may: ['cli', 'core'] },
};

/** Packages that only some layers may use; everything else from npm is free. */
const PACKAGES = {
  core: ['zod', 'engine.io-parser', 'socket.io-parser', '@msgpack/msgpack'],
  'platform/page': [],
  platform: ['zod', 'wxt'],
  locales: [],
  state: ['zustand'],
  cli: ['node:'],
};

function layerOf(root, file) {
  const relative = path.relative(root, file).split(path.sep).join('/');
  if (relative.startsWith('platform/page/')) return 'platform/page';
  const first = relative.split('/')[0];
  return first in LAYERS ? first : undefined;
}

export const layers = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      layer: '{{from}} must not import {{to}}: see the layer table in eslint/layers.js.',
      package: "{{from}} must not import the package '{{name}}': see the package table in eslint/layers.js.",
    },
  },
  create(context) {
    const from = layerOf(context.cwd, context.filename);
    if (from === undefined) return {};
    function check(node, specifier, typeOnly) {
      if (!specifier.startsWith('.')) {
        const allowed = PACKAGES[from];
        if (typeOnly || allowed === undefined) return;
        if (
          allowed.some(
            (name) =>
              specifier === name ||
              specifier.startsWith(`${name}/`) ||
              (name.endsWith(':') && specifier.startsWith(name)),
          )
        )
          return;
        context.report({ node, messageId: 'package', data: { from, name: specifier } });
        return;
      }
      const to = layerOf(context.cwd, path.resolve(path.dirname(context.filename), specifier));
      const { may, types = [] } = LAYERS[from];
      if (to !== undefined && (may.includes(to) || (typeOnly && types.includes(to)))) return;
      context.report({ node, messageId: 'layer', data: { from, to: to ?? specifier } });
    }
    return {
      ImportDeclaration(node) {
        check(node, node.source.value, node.importKind === 'type');
      },
      ExportNamedDeclaration(node) {
        if (node.source) check(node, node.source.value, node.exportKind === 'type');
      },
      ExportAllDeclaration(node) {
        check(node, node.source.value, node.exportKind === 'type');
      },
      ImportExpression(node) {
        if (node.source.type === 'Literal') check(node, String(node.source.value), false);
      },
    };
  },
};
