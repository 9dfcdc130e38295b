import * as v from 'valibot'

/** What the OpenAPI document says of a request that makes an agenda from a file: the form of the file has a schema of its own. */
export const fromFileRequest = v.strictObject({
  file: v.pipe(
    v.record(v.string(), v.unknown()),
    v.description('The JSON of an export, by docs/export.schema.json; its annexes are passed over'),
  ),
  party: v.optional(v.pipe(v.string(), v.description('The id of the party for which the maker is coordinator'))),
  referenceNumbers: v.optional(
    v.pipe(
      v.boolean(),
      v.description('Numbers that look like a citizen service number were looked at, and are reference numbers'),
    ),
  ),
})
