// Puts docs/verify-version.mjs in the code that makes archive packages: node tools/verify-script.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const lines = readFileSync(join(root, 'docs/verify-version.mjs'), 'utf8').trimEnd().split('\n').map(quoted)
const source = `/**
 * \`docs/verify-version.mjs\`, line by line: where a package is made there may be no folder with documentation.
 * Written by tools/verify-script.ts.
 */
export const verifyScript = [
${lines.map((line) => `  ${line},\n`).join('')}  '',
].join('\\n')
`
writeFileSync(join(root, 'server/export/archive/verify-script.ts'), source)

/** A line as a string, in the quotes of which it has none where that can be. */
function quoted(line: string): string {
  if (/\$\{/.test(line)) return `\`${line.replaceAll(/[\\`]|\$(?=\{)/g, '\\$&')}\``
  const quote = line.includes("'") && !line.includes('"') ? '"' : "'"
  return `${quote}${line.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`
}
