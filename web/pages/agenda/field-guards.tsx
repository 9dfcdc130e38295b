import { FieldLengthGuard } from './field-length-guard.tsx'
import { FieldNumberGuard } from './field-number-guard.tsx'

/** What no text field of an agenda takes in, fetched after the board. */
export function FieldGuards() {
  return (
    <>
      <FieldLengthGuard />
      <FieldNumberGuard />
    </>
  )
}
