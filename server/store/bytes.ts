import { customType } from 'drizzle-orm/sqlite-core'

/** A blob as a Uint8Array, whatever the driver gives: a Buffer on Node, an ArrayBuffer in a Durable Object. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array | ArrayBuffer }>({
  dataType: () => 'blob',
  fromDriver: (value) =>
    value instanceof ArrayBuffer
      ? new Uint8Array(value)
      : new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
})
