import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Action, may, rights } from '../shared/rights.ts'
import { mayReadDraft, mayWrite, type Role, roles, textParts } from '../shared/roles.ts'
import { isAudience, routes } from '../shared/routes.ts'

// Writes docs/rights.md from the tables that the server decides by: node tools/rights-table.ts

export const rightsFile = join(import.meta.dirname, '../docs/rights.md')

/** The authorization table for people to read: rights, routes and messages, with every role. */
export function rightsTable(): string {
  const actions = Object.keys(rights) as Action[]
  const meaning = meanings()
  return `# Who may do what

Made by \`node tools/rights-table.ts\` from \`shared/rights.ts\` and \`shared/routes.ts\`, the tables by which server, interface
and tests decide (rule A5). A test says when this page is not up to date.

## Rights

${table(
  ['right', 'what', ...roles],
  actions.map((action) => [code(action), meaning.get(action) ?? '', ...marks((role) => may(role, action))]),
)}

## Routes

Who is not signed in gets 401 from every route but those for anyone. To who is not on the agenda it does not exist: 404.
Who is, without the right, gets 403.

${table(
  ['route', 'who', ...roles],
  routes.map(({ method, path, who }) => [
    code(`${method} ${path}`),
    isAudience(who) ? who : code(who),
    ...marks((role) => isAudience(who) || may(role, who)),
  ]),
)}

## The live connection

${table(
  ['what', ...roles],
  [
    ['connect, read, be present', ...marks(mayReadDraft)],
    ...textParts.map((part) => [`write ${code(part)}`, ...marks((role) => mayWrite(role, part))]),
  ],
)}
`
}

/** What rights.ts says of each right, beside it. */
function meanings(): Map<string, string> {
  const source = readFileSync(join(import.meta.dirname, '../shared/rights.ts'), 'utf8')
  const found = source.matchAll(/^ {2}\/\*\* (.*) \*\/\n {2}'?([\w-]+)'?:/gm)
  return new Map([...found].map(([, text = '', action = '']) => [action, text]))
}

function marks(has: (role: Role) => boolean): string[] {
  return roles.map((role) => (has(role) ? 'yes' : '–'))
}

function code(text: string): string {
  return `\`${text}\``
}

function table(header: string[], rows: string[][]): string {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

if (import.meta.main) writeFileSync(rightsFile, rightsTable())
