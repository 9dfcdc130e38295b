import type { AboutAgenda } from '../../shared/export/formats.ts'
import type { ExportedAgenda } from '../../shared/export/model.ts'

// How a room hands an agenda over to the gateway: as text that need not be read there, and beside it what must be known.

const aboutHeader = 'x-agenda'

export function answerWritten(agenda: ExportedAgenda): Response {
  const { region, title, edition } = agenda
  const about: AboutAgenda = { region, title, edition }
  const headers = { 'content-type': 'application/json', [aboutHeader]: encodeURIComponent(JSON.stringify(about)) }
  return new Response(JSON.stringify(agenda), { headers })
}

/** What our own room answered. */
export async function readWritten(answer: Response): Promise<{ about: AboutAgenda; written: string }> {
  const about = JSON.parse(decodeURIComponent(answer.headers.get(aboutHeader) ?? '')) as AboutAgenda
  return { about, written: await answer.text() }
}
