import { deflateSync } from 'node:zlib'
import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'
import italic from '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf'
import semibold from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'
import { pageEffort } from '../export/pdf/output.ts'
import type { PdfMeans } from '../export/pdf/page.ts'

/** What PDFs are made with: the typeface, as it lies in the bundle, and the platform's zlib. */
export const pdfMeans: PdfMeans = {
  fonts: { regular: new Uint8Array(regular), semibold: new Uint8Array(semibold), italic: new Uint8Array(italic) },
  deflate: (bytes) => deflateSync(bytes, { level: pageEffort }),
}
