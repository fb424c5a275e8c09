/** The shapes that arguments about meetings share. */
import * as v from 'valibot'
import { isDay } from '#src/lists/shapes.ts'
import { shortText } from '../schemas.ts'

export const personArg = v.strictObject({ id: shortText, name: shortText })
export const dayArg = v.pipe(
  v.string(),
  v.check((text) => isDay(text)),
)
/** What stands there already, by its key; a reference with its title will do. The title is read from what stands there. */
export const keyArg = v.union([
  shortText,
  v.pipe(
    v.strictObject({ key: shortText, title: v.string() }),
    v.transform(({ key }) => key),
  ),
])

/** New values by column; `null` empties. Each is checked against the list that declares it. */
export const valuesOf = <const C extends readonly string[]>(columns: C) =>
  v.record(v.picklist(columns), v.unknown())
