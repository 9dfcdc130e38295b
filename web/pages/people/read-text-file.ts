/**
 * The text of a file that somebody chose; undefined when it is no text. Excel writes csv in the old Windows letters where
 * it is not told otherwise, which are no valid UTF-8 as soon as there is a name with an accent in it.
 */
export async function readTextFile(file: File): Promise<string | undefined> {
  const bytes = await file.arrayBuffer()
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252')
  // A spreadsheet itself, or any other file that is not text, has zeros in it.
  return text?.includes('\0') ? undefined : text
}

function decode(bytes: ArrayBuffer, letters: string): string | undefined {
  try {
    return new TextDecoder(letters, { fatal: true }).decode(bytes)
  } catch {
    // These bytes are not in these letters: the caller tries others.
    return undefined
  }
}
