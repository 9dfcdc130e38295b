/** A person with their organisation, unless the name says it already ("Directeur, SWV voortgezet onderwijs"). */
export function personName(name: string, organisation: string | undefined): string {
  const saysIt = !organisation || name.includes(',') || name.toLowerCase().includes(organisation.toLowerCase())
  return saysIt ? name : `${name}, ${organisation}`
}
