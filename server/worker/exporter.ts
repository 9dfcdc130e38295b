import { isHeavy, renderLight } from '../export/render.ts'
import type { RenderExport } from '../ports.ts'

/**
 * Makes files in the stateless Worker, beside the rooms. PDF and DOCX are not among them: their libraries and fonts would
 * double what every start of the Worker and of a room reads (docs/export.md).
 */
export const renderInWorker: RenderExport = async (order) => {
  const { format } = order
  return isHeavy(format) ? 'not-here' : new Uint8Array(await renderLight(format, order))
}
