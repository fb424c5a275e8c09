/** The axes of balance as an installation has them: what each is called, which are looked along, and what can't be. */
import {
  type AxisName,
  type ClassNames,
  namable,
  type NamableAxis,
  type OwnName,
} from '#src/lists/axisNames.ts'
import { type Axis, balanceAxes } from '#src/lists/balance.ts'

export const everyAxis = Object.keys(balanceAxes) as Axis[]

/** A picture of balance has two. */
const FEWEST = 2

export const isNamable = (axis: string): axis is NamableAxis => Object.hasOwn(namable, axis)

/** What is said of an axis, as it is kept. */
export type AxisRow = Pick<AxisName, 'axis' | 'swedish' | 'english' | 'unused' | 'classes'>

/** Axes that are looked along, in their own order. */
export const usedAxes = (rows: readonly AxisRow[]): Axis[] => {
  const unused = new Set(rows.flatMap((row) => (row.unused ? [row.axis] : [])))
  return everyAxis.filter((axis) => !unused.has(axis))
}

/** The name in a language; one that is given in the other language only is said in that. */
export const nameIn = (locale: keyof OwnName, { sv, en }: OwnName): string | undefined =>
  (locale === 'en' ? en || sv : sv || en) || undefined

/** What the installation calls an axis; `undefined` where it has its built-in name. */
export function ownAxis(axis: string, rows: readonly AxisRow[], locale: keyof OwnName): string | undefined {
  const row = isNamable(axis) ? rows.find((one) => one.axis === axis) : undefined
  return row && nameIn(locale, namesOf(row))
}

/** What the installation calls a class of an axis; `undefined` where it has its built-in name. */
export function ownClass(
  axis: NamableAxis,
  key: string,
  rows: readonly AxisRow[],
  locale: keyof OwnName,
): string | undefined {
  const name = rows.find((one) => one.axis === axis)?.classes?.[key]
  return name && nameIn(locale, name)
}

export type AxisFault =
  /** Names are given to what has its name from elsewhere, or to a class that isn't there. */
  | 'notNamable'
  /** Another axis has the name. */
  | 'axisTwice'
  /** Two classes of the axis have the same name. */
  | 'classTwice'
  /** Fewer axes are left than a picture needs. */
  | 'tooFew'

/** What keeps a row from standing, beside all rows that are kept; in the order it should be said. */
export function axisFaults(row: AxisRow, kept: readonly AxisRow[]): AxisFault[] {
  const all = [...kept.filter(({ axis }) => axis !== row.axis), row]
  const { axis, swedish, english, classes = {} } = row
  const given = Object.keys(classes)
  const isNamed = Boolean(swedish || english) || given.length > 0
  const strange = isNamable(axis) ? given.some((key) => !Object.hasOwn(namable[axis], key)) : isNamed
  return [
    ...when(strange, 'notNamable'),
    ...when(
      languages.some((locale) => {
        const mine = said(axis, all, locale)
        return isNamed && everyAxis.some((one) => one !== axis && isSame(said(one, all, locale), mine))
      }),
      'axisTwice',
    ),
    ...when(isNamable(axis) && languages.some((locale) => hasTwins(axis, classes, locale)), 'classTwice'),
    ...when(row.unused === true && usedAxes(all).length < FEWEST, 'tooFew'),
  ]
}

const languages = ['sv', 'en'] as const
const namesOf = ({ swedish, english }: AxisRow): OwnName => ({
  ...(swedish && { sv: swedish }),
  ...(english && { en: english }),
})
/** Built-in names are held against in Swedish: it is the language that all of them stand in. */
const said = (axis: Axis, rows: readonly AxisRow[], locale: keyof OwnName) =>
  ownAxis(axis, rows, locale) ?? balanceAxes[axis]

function hasTwins(axis: NamableAxis, classes: ClassNames, locale: keyof OwnName) {
  const names = Object.entries(namable[axis]).map(([key, word]) =>
    folded(nameIn(locale, classes[key] ?? {}) ?? word),
  )
  return new Set(names).size < names.length
}

const folded = (text: string) => text.trim().toLowerCase()
const isSame = (a: string, b: string) => folded(a) === folded(b)
const when = (is: boolean, fault: AxisFault) => (is ? [fault] : [])

/** Names without those that are empty; nothing when none is left. */
export function tidied(classes: ClassNames): ClassNames | undefined {
  const kept = Object.entries(classes).flatMap(([key, { sv, en }]) => {
    const name = { ...(sv?.trim() && { sv: sv.trim() }), ...(en?.trim() && { en: en.trim() }) }
    return Object.keys(name).length > 0 ? [[key, name] as const] : []
  })
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
