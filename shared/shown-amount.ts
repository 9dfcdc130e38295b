import * as v from 'valibot'

/** A value of an indicator as it leaves the board: never 1 to 4 (rule P1). In a form that JSON Schema can say too. */
export const shownAmount = v.union([
  v.pipe(v.number(), v.ltValue(1)),
  v.pipe(v.number(), v.gtValue(4)),
  v.literal('masked', 'masked, where it is 1 to 4'),
])
