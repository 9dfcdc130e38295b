import type { ArchiveOrder, ExportOrder } from '../../shared/export/formats.ts'
import { toArchive } from './archive/archive.ts'
import { toDocx } from './docx.ts'
import type { PdfMeans } from './pdf/page.ts'
import { toPdf } from './pdf/pdf.ts'
import { documentOf, isHeavy, renderLight } from './render.ts'
import { noTick, type Tick } from './tick.ts'

/** Makes any of the forms. */
export async function renderAll(
  order: ExportOrder | ArchiveOrder,
  means: PdfMeans,
  tick: Tick = noTick,
): Promise<Uint8Array> {
  if ('archive' in order) return await toArchive(order, (form, step) => renderAll(form, means, step), tick)
  const { format } = order
  if (!isHeavy(format)) return await renderLight(format, order, tick)
  const document = documentOf(order)
  return format === 'pdf' ? await toPdf(document, means, tick) : await toDocx(document, tick)
}
