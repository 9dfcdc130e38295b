import { parentPort } from 'node:worker_threads'
import type { AnyOrder } from '../../shared/export/formats.ts'
import { render } from '../export/render.ts'
import { Stopped, type Tick } from '../export/tick.ts'
import { readPdfMeans } from './pdf-means.ts'

/** What the thread is asked: a file, and where it can see that nobody wants it any more. */
export type ExportJob = { order: AnyOrder; stopped: Int32Array }
/** What it says: how far it is, and in the end what came of it. */
export type ExportAnswer =
  | { done: number; of: number }
  | { bytes: Uint8Array<ArrayBuffer> }
  | { failed: string }
  | { ended: 'stopped' }

/** Progress is told so often at most, in ms: an eye follows no more. */
const tellEvery = 50

const means = readPdfMeans()

parentPort?.on('message', async ({ order, stopped }: ExportJob) => {
  try {
    const bytes = new Uint8Array(await render(order, means, watch(stopped)))
    answer({ bytes }, [bytes.buffer])
  } catch (error) {
    if (error instanceof Stopped) answer({ ended: 'stopped' })
    else answer({ failed: error instanceof Error ? (error.stack ?? error.message) : 'unknown' })
  }
})

function watch(stopped: Int32Array): Tick {
  let told = 0
  return (done, of) => {
    if (Atomics.load(stopped, 0) === 1) throw new Stopped()
    const now = performance.now()
    if (now - told < tellEvery) return
    told = now
    answer({ done, of })
  }
}

function answer(said: ExportAnswer, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(said, transfer)
}
