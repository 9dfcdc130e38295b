import type { FileForm } from '../../live/export.ts'

const documents: readonly FileForm[] = ['pdf', 'odt', 'docx', 'html', 'md']
const tables: readonly FileForm[] = ['xlsx', 'csv']

/** Which forms a choice is made for. The controls and the request go by the same table, so that nothing is sent unseen. */
const offered = {
  preview: documents,
  annexes: [...documents, 'json'],
  struck: [...documents, ...tables, 'json'],
  table: ['csv'],
  // A package is of a whole version.
  part: [...documents, ...tables, 'ics', 'json'],
} satisfies Record<string, readonly FileForm[]>

/** Whether there is something to choose of a form. */
export function has(form: FileForm, choice: keyof typeof offered): boolean {
  const forms: readonly FileForm[] = offered[choice]
  return forms.includes(form)
}
