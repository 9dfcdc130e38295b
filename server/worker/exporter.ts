import type { RenderExport } from '../ports.ts'
import type { Files } from './files.ts'

/** What the platform says when a file takes more than a Worker has: memory, time, or a call of at most 32 MiB. */
const tooMuch = /exceeded|limited to 32 ?MiB/i

/** Has files made by the Worker for files. */
export function renderBy(files: Service<typeof Files>): RenderExport {
  return async (order, signal, tell = () => {}) => {
    if (signal.aborted) return 'busy'
    tell({ stage: 'making', done: 0, of: 1 })
    try {
      const made = await files.make(order, (done, of) => {
        tell({ stage: 'making', done, of })
        return !signal.aborted
      })
      return made === 'stopped' ? 'busy' : new Uint8Array(await new Response(made).arrayBuffer())
    } catch (error) {
      if (error instanceof Error && tooMuch.test(error.message)) return 'too-large'
      throw error
    }
  }
}
