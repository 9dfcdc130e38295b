import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Fonts } from '../export/pdf/typeface.ts'

/** The typeface of PDFs, as it lies in its package. */
export function readFonts(): Fonts {
  return {
    regular: font('400Regular/SourceSans3_400Regular.ttf'),
    semibold: font('600SemiBold/SourceSans3_600SemiBold.ttf'),
    italic: font('400Regular_Italic/SourceSans3_400Regular_Italic.ttf'),
  }
}

function font(file: string): Uint8Array {
  return readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${file}`)))
}
