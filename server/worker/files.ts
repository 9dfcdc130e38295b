import { WorkerEntrypoint } from 'cloudflare:workers'
import type { AnyOrder } from '../../shared/export/formats.ts'
import { render } from '../export/render.ts'
import { type Hear, Stopped, tellAndAsk } from '../export/tick.ts'
import { pdfMeans } from './pdf-means.ts'

/**
 * Makes files, in a Worker of its own: its libraries and fonts are not read at every start of the board, and what takes
 * all the memory there is takes no room with it. Only the board's own Worker is bound to it.
 */
export class Files extends WorkerEntrypoint {
  /** The bytes of a file; `stopped` when nobody waits for it any more. */
  async make(order: AnyOrder, hear: Hear): Promise<ReadableStream<Uint8Array> | 'stopped'> {
    try {
      const file = await render(order, pdfMeans, tellAndAsk(hear))
      // In pieces: a call cannot answer with more than 32 MiB at once.
      return new Blob([file]).stream()
    } catch (error) {
      if (error instanceof Stopped) return 'stopped'
      throw error
    }
  }
}
