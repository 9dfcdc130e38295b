/** Whether a field is shown at a place: `owner` shows what happens in `owner.person` too. */
export function belongsTo(field: string, shown: string): boolean {
  return field === shown || field.startsWith(`${shown}.`)
}
