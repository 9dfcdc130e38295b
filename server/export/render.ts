import { toCsv } from '../../shared/export/csv.ts'
import { differenceDocument, differencesToJson } from '../../shared/export/difference.ts'
import { type ExportedDocument, toDocument } from '../../shared/export/document.ts'
import type { AgendaOrder, AnyOrder, DifferenceOrder, ExportFormat, ExportOrder } from '../../shared/export/formats.ts'
import { toHtml } from '../../shared/export/html.ts'
import { toIcs } from '../../shared/export/ics.ts'
import { toJson } from '../../shared/export/json.ts'
import { documentToMarkdown } from '../../shared/export/markdown.ts'
import type { ExportedAgenda } from '../../shared/export/model.ts'
import { toPublishedPage } from '../../shared/export/published-page.ts'
import { toTables } from '../../shared/export/tables.ts'
import { toArchive } from './archive/archive.ts'
import { toDocx } from './docx.ts'
import { toOdt } from './odt/odt.ts'
import type { PdfMeans } from './pdf/page.ts'
import { toPdf } from './pdf/pdf.ts'
import { noTick, type Tick } from './tick.ts'
import { toXlsx } from './xlsx.ts'

/** Makes a file, or a version in all its forms. */
export async function render(order: AnyOrder, means: PdfMeans, tick: Tick = noTick): Promise<Uint8Array> {
  if ('written' in order) {
    const { about: _about, written, ...rest } = order
    // What our own room wrote.
    return await render({ ...rest, agenda: JSON.parse(written) as ExportedAgenda }, means, tick)
  }
  if ('archive' in order) return await toArchive(order, (form, step) => render(form, means, step), tick)
  const { format } = order
  switch (format) {
    case 'pdf':
      return await toPdf(documentOf(order), means, tick)
    case 'odt':
      return await toOdt(documentOf(order), tick)
    case 'docx':
      return await toDocx(documentOf(order), tick)
    case 'md':
      return bytes(documentToMarkdown(documentOf(order)))
    case 'html':
      return bytes(pageOf(order))
    default:
      return isDifference(order) ? bytes(differencesToJson(order.differences)) : await renderData(format, order)
  }
}

function pageOf(order: ExportOrder): string {
  if (isDifference(order)) return toHtml(documentOf(order))
  if (!order.page) return toHtml(documentOf(order), { region: order.agenda.region })
  return toPublishedPage(order.agenda, order.page, order.language)
}

/** What is read, before it has a form. */
function documentOf(order: ExportOrder): ExportedDocument {
  const { language, style } = order
  const document = isDifference(order)
    ? differenceDocument(order.differences, language)
    : toDocument(order.agenda, language)
  return { ...document, style }
}

async function renderData(
  format: Exclude<ExportFormat, 'pdf' | 'odt' | 'docx' | 'md' | 'html'>,
  { agenda, language, table }: AgendaOrder,
): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return await toXlsx(agenda, language)
    case 'csv':
      return bytes(toCsv(toTables(agenda, language)[table]))
    case 'json':
      return bytes(toJson(agenda))
    case 'ics':
      return bytes(toIcs(agenda, language))
    default:
      return format satisfies never
  }
}

function isDifference(order: ExportOrder): order is DifferenceOrder {
  return 'differences' in order
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
