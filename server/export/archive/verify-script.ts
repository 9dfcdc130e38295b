/**
 * `docs/verify-version.mjs`, line by line: where a package is made there may be no folder with documentation.
 * Written by tools/verify-script.ts.
 */
export const verifyScript = [
  '// Computes the hash of a version anew: node docs/verify-version.mjs version.json',
  '// where version.json is the answer of GET /api/v1/agendas/<id>/versions/<number>, or of /v/<publication>/check.',
  '// See docs/versions.md.',
  "import { createHash } from 'node:crypto'",
  "import { readFileSync } from 'node:fs'",
  '',
  'const canonical = (value) => {',
  `  if (Array.isArray(value)) return \`[\${value.map(canonical).join()}]\``,
  "  if (value === null || typeof value !== 'object') return JSON.stringify(value)",
  '  const keys = Object.keys(value).sort((one, other) => (one < other ? -1 : 1))',
  `  return \`{\${keys.map((key) => \`\${JSON.stringify(key)}:\${canonical(value[key])}\`).join()}}\``,
  '}',
  "const hash = (value) => createHash('sha256').update(canonical(value), 'utf8').digest('hex')",
  '',
  "const { metadata, positions, items, ...version } = JSON.parse(readFileSync(process.argv[2], 'utf8'))",
  '// What is published without names holds some items by their hash alone.',
  'const hashes = items.map(({ item, salt, content, ...rest }) => [item, content ? hash({ salt, content }) : rest.hash])',
  'const unseen = items.filter(({ content }) => !content).length',
  'const computed = hash({ metadata, items: Object.fromEntries(hashes), positions })',
  `const verdict = computed === version.hash ? 'is its hash' : \`is not its hash, \${version.hash}\``,
  `console.log(\`\${computed} \${verdict}\${unseen > 0 ? \` (without looking into \${unseen} of \${items.length} items)\` : ''}\`)`,
  'process.exitCode = computed === version.hash ? 0 : 1',
  '',
].join('\n')
