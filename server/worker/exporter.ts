import type { ExportOrder } from '../../shared/export/formats.ts'
import { exportFormatNames } from '../../shared/export/formats.ts'
import { toArchive } from '../export/archive/archive.ts'
import { isHeavy, renderLight } from '../export/render.ts'
import type { Tick } from '../export/tick.ts'
import type { RenderExport } from '../ports.ts'

/** What is made here. */
export const formatsHere = exportFormatNames.filter((format) => !isHeavy(format))

/**
 * Makes files in the stateless Worker, beside the rooms. PDF and DOCX are not among them: their libraries and fonts would
 * double what every start of the Worker and of a room reads (docs/export.md).
 */
export const renderInWorker: RenderExport = async (order, signal, tell = () => {}) => {
  const tick: Tick = (done, of) => tell({ stage: 'making', done, of })
  const made = 'archive' in order ? await toArchive(order, make, tick) : await make(order, tick)
  return signal.aborted ? 'busy' : made
}

async function make(order: ExportOrder, tick: Tick): Promise<Uint8Array<ArrayBuffer> | 'not-here'> {
  const { format } = order
  if (isHeavy(format)) return 'not-here'
  tick(0, 1)
  return new Uint8Array(await renderLight(format, order))
}
