import { toDocument } from '../../shared/export/document.ts'
import type { ExportOrder } from '../../shared/export/formats.ts'
import { toDocx } from './docx.ts'
import { toPdf } from './pdf/pdf.ts'
import type { Fonts } from './pdf/typeface.ts'
import { isHeavy, renderLight } from './render.ts'

/** Makes any of the forms. */
export async function renderAll(order: ExportOrder, fonts: Fonts): Promise<Uint8Array> {
  const { format, agenda, language } = order
  if (!isHeavy(format)) return await renderLight(format, order)
  const document = toDocument(agenda, language)
  return format === 'pdf' ? await toPdf(document, fonts) : await toDocx(document)
}
