import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import { pageEffort } from '../export/pdf/output.ts'
import type { PdfMeans } from '../export/pdf/page.ts'

/** What PDFs are made with: the typeface, as it lies in its package, and zlib. */
export function readPdfMeans(): PdfMeans {
  return {
    fonts: {
      regular: font('400Regular/SourceSans3_400Regular.ttf'),
      semibold: font('600SemiBold/SourceSans3_600SemiBold.ttf'),
      italic: font('400Regular_Italic/SourceSans3_400Regular_Italic.ttf'),
    },
    deflate: (bytes) => deflateSync(bytes, { level: pageEffort }),
  }
}

function font(file: string): Uint8Array {
  return readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${file}`)))
}
