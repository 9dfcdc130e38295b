import { parentPort } from 'node:worker_threads'
import type { ExportOrder } from '../../shared/export/formats.ts'
import { renderAll } from '../export/render-all.ts'
import { readFonts } from './fonts.ts'

const fonts = readFonts()

parentPort?.on('message', async (order: ExportOrder) => {
  try {
    const bytes = new Uint8Array(await renderAll(order, fonts))
    parentPort?.postMessage({ bytes }, [bytes.buffer])
  } catch (error) {
    parentPort?.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : 'unknown' })
  }
})
