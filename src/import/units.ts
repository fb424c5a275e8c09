/** Finds the known unit that a cell means: by short or full name, spelling, prefix, and the workbook's own list. */
import { type Codes, meaningsOf } from './codes.ts'
import { comparable, likeness, oneLine } from './text.ts'
import { and, unitFiller, unitSpellings } from './vocabulary.ts'

export type KnownUnit = {
  readonly key: string
  readonly name: string
  readonly short?: string
  readonly parent?: string
}
type FoundUnit =
  | { readonly how: 'exact' | 'code' | 'guess'; readonly unit: { key: string; name: string } }
  | { readonly how: 'ambiguous' | 'unknown'; readonly name: string }

export type UnitFinder = (written: string) => FoundUnit

/** Remembers what it found, because a workbook repeats its units on every row. */
export function unitFinder(units: readonly KnownUnit[], codes: Codes): UnitFinder {
  const index = indexOf(units)
  const seen = new Map<string, FoundUnit>()
  return (written) => {
    const text = oneLine(written)
    const known = seen.get(text) ?? find(text, index, codes)
    seen.set(text, known)
    return known
  }
}

type Index = {
  units: readonly KnownUnit[]
  byName: ReadonlyMap<string, KnownUnit[]>
  names: readonly (readonly [string, KnownUnit])[]
}

function find(text: string, index: Index, codes: Codes): FoundUnit {
  const meanings = meaningsOf(text, codes)
  for (const meaning of meanings) {
    const unit = exactly(meaning, index)
    if (unit) return { how: 'code', unit: short(unit) }
  }
  const unit = exactly(text, index)
  if (unit) return { how: 'exact', unit: short(unit) }
  for (const option of [...meanings, text]) {
    const guessed = guess(option, index, codes)
    if (guessed.length === 1 && guessed[0]) return { how: 'guess', unit: short(guessed[0]) }
    if (guessed.length > 1) return { how: 'ambiguous', name: text }
  }
  const outer = exactly(text.replace(/\s*\([^)]*\)\s*$/, ''), index)
  if (outer) return { how: 'guess', unit: short(outer) }
  return { how: 'unknown', name: meanings.at(0) ?? text }
}

function exactly(text: string, index: Index): KnownUnit | null {
  const found = index.byName.get(unitKey(text)) ?? index.byName.get(bareKey(text))
  return found?.length === 1 ? (found[0] ?? null) : null
}

/** Weaker and weaker: a unit and a word of one below it, beginnings of words in order, nearly the same spelling. */
function guess(text: string, index: Index, codes: Codes): KnownUnit[] {
  const words = unitKey(text)
    .split(' ')
    .filter((word) => word !== and)
  const head = words[0] ?? ''
  if (head.length < 2) return []
  if (words.every((word) => word.length >= 4)) {
    const begun = distinct(
      index.names.filter(([name]) => beginsAll(name.split(' '), words, false)).map(([, unit]) => unit),
    )
    const highest = begun.filter(
      (unit) => !begun.some((other) => other !== unit && isBelow(unit, other, index)),
    )
    if (highest.length > 0) return highest
  }
  const over =
    exactly(head, index) ??
    meaningsOf(head, codes)
      .map((meaning) => exactly(meaning, index))
      .find((unit) => unit) ??
    null
  if (over && words.length > 1) {
    const below = index.names.filter(
      ([name, unit]) => isBelow(unit, over, index) && beginsAll(name.split(' '), words.slice(1), true),
    )
    const unique = distinct(below.map(([, unit]) => unit))
    return unique.length === 1 ? unique : [over]
  }
  const key = unitKey(text)
  if (key.length < 6 || key.length > 80) return []
  const near = index.names
    .filter(([name]) => name[0] === key[0] && Math.abs(name.length - key.length) <= 5)
    .map(([name, unit]) => ({ unit, score: likeness(name, key) }))
    .filter(({ score }) => score >= 0.82)
  const best = Math.max(0, ...near.map(({ score }) => score))
  return distinct(near.filter(({ score }) => score === best).map(({ unit }) => unit))
}

/** Every word begins a word of the name, in order; the first of both together unless `anywhere`. */
function beginsAll(name: readonly string[], words: readonly string[], anywhere: boolean): boolean {
  let at = 0
  return words.every((word, position) => {
    const found = name.findIndex((part, index) => index >= at && part.startsWith(word))
    if (found < 0 || (position === 0 && found > 0 && !anywhere)) return false
    at = found + 1
    return true
  })
}

function isBelow(unit: KnownUnit, over: KnownUnit, index: Index): boolean {
  let at: KnownUnit | undefined = unit
  for (let steps = 0; at?.parent && steps < 20; steps += 1) {
    if (at.parent === over.key) return true
    const parent: string = at.parent
    at = index.units.find(({ key }) => key === parent)
  }
  return false
}

function indexOf(units: readonly KnownUnit[]): Index {
  const byName = new Map<string, KnownUnit[]>()
  const names: [string, KnownUnit][] = []
  const add = (key: string, unit: KnownUnit) => {
    const there = byName.get(key) ?? []
    if (key !== '' && !there.includes(unit)) byName.set(key, [...there, unit])
  }
  for (const unit of units) {
    names.push([unitKey(unit.name), unit])
    add(unitKey(unit.name), unit)
    if (unit.short) add(unitKey(unit.short), unit)
  }
  // a name without its filling words counts only where no full name is the same
  for (const unit of units) if (!byName.has(bareKey(unit.name))) add(bareKey(unit.name), unit)
  return { units, byName, names }
}

function unitKey(text: string): string {
  let key = ` ${comparable(text.replaceAll('&', ` ${and} `))} `
  for (const [pattern, full] of unitSpellings) key = key.replace(pattern, full)
  return key.replace(/\s+/g, ' ').trim()
}

function bareKey(text: string): string {
  return unitKey(text).replace(unitFiller, ' ').replace(/\s+/g, ' ').trim()
}

function distinct(units: readonly KnownUnit[]): KnownUnit[] {
  return [...new Set(units)]
}

function short({ key, name }: KnownUnit): { key: string; name: string } {
  return { key, name }
}
