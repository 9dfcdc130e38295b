import type { AboutAgenda } from '../../shared/export/formats.ts'
import type { ExportedAgenda } from '../../shared/export/model.ts'

// How a room hands an agenda over to the gateway: as text that need not be read there, and beside it what must be known.

const aboutHeader = 'x-agenda'

/** The model is what it is by now; writing it down waits until whoever waits for the room had their turn. */
export function answerWritten(agenda: ExportedAgenda): Response {
  const { region, title, edition } = agenda
  const about: AboutAgenda = { region, title, edition }
  const headers = { 'content-type': 'application/json', [aboutHeader]: encodeURIComponent(JSON.stringify(about)) }
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      await new Promise((resolve) => setTimeout(resolve))
      controller.enqueue(new TextEncoder().encode(JSON.stringify(agenda)))
      controller.close()
    },
  })
  return new Response(body, { headers })
}

/** What our own room answered. */
export async function readWritten(answer: Response): Promise<{ about: AboutAgenda; written: string }> {
  const about = JSON.parse(decodeURIComponent(answer.headers.get(aboutHeader) ?? '')) as AboutAgenda
  return { about, written: await answer.text() }
}
