import * as v from 'valibot'
import { type AgendaFile, agendaFile } from '../../../shared/from-export/file.ts'
import { type ImportTable, textToTable } from '../../../shared/import/table.ts'
import { readTextFile } from '../people/read-text-file.ts'

export type FileContent = { tables: ImportTable[] } | { exported: AgendaFile }
export type FileMistake = 'too-large' | 'old-excel' | 'not-ours' | 'unreadable' | 'empty'

/** Far more than a table of items weighs. */
const mostBytes = 10 << 20

/** What is in a file that somebody chose, by its content and not by its name; or why that cannot be said. */
export async function readFile(file: File): Promise<FileContent | { mistake: FileMistake }> {
  if (file.size > mostBytes) return { mistake: 'too-large' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { mistake: 'old-excel' }
  if (begins(bytes, [0x50, 0x4b])) return await readWorkbook(bytes)
  const text = await readTextFile(file)
  if (text === undefined) return { mistake: 'unreadable' }
  if (/^\uFEFF?\s*[{[]/.test(text) || file.name.toLowerCase().endsWith('.json')) {
    const exported = readExported(text)
    return exported ? { exported } : { mistake: 'not-ours' }
  }
  return tablesOf([textToTable(text, file.name)])
}

/** The agenda that our own export wrote as JSON; undefined when it is none. */
export function readExported(text: string): AgendaFile | undefined {
  try {
    const result = v.safeParse(agendaFile, JSON.parse(text.replace(/^\uFEFF/, '')))
    return result.success ? result.output : undefined
  } catch {
    // It is no JSON, or nests deeper than anything that can be followed.
    return undefined
  }
}

async function readWorkbook(bytes: Uint8Array): Promise<FileContent | { mistake: FileMistake }> {
  const [{ readXlsx }, { TooLargeError }] = await Promise.all([
    import('./xlsx/read-xlsx.ts'),
    import('./xlsx/unpack.ts'),
  ])
  try {
    return tablesOf(readXlsx(bytes))
  } catch (error) {
    // Whatever is wrong with somebody's file, it cannot be read here.
    return { mistake: error instanceof TooLargeError ? 'too-large' : 'unreadable' }
  }
}

function tablesOf(tables: ImportTable[]): FileContent | { mistake: FileMistake } {
  const filled = tables.filter(({ rows }) => rows.length > 0)
  return filled.length > 0 ? { tables: filled } : { mistake: 'empty' }
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
