/** The shapes that actions' arguments share. */
import * as v from 'valibot'

export const shortText = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(255))
export const text = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(63_000))
export const amountKr = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const keysOf = <T extends object>(words: T) =>
  Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]
