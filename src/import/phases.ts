/** Old phase words and codes → the stage and state of the chosen process. */
import { type Stage, type State, stages } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { stagesOf } from '#src/rules/processes.ts'
import type { Warning } from '#src/rules/needs/importTerms.ts'
import { type Codes, meaningsOf } from './codes.ts'
import { comparable, likeness, oneLine } from './text.ts'
import {
  closedWords,
  doubtfullyDone,
  generalPhases,
  leadingWords,
  notWords,
  type PhaseWord,
  phaseWords,
  stateWords,
} from './vocabulary.ts'

export type Phase = { stage: Stage; state: State; external: boolean; doubts: Warning[]; translated: boolean }
type Match = { word: PhaseWord; sure: boolean }

const byWord = new Map(Object.entries(phaseWords).map(([word, meaning]) => [phaseKey(word), meaning]))
const longestFirst = [...byWord].sort(([a], [b]) => b.length - a.length)

/** The workbook's own codes win; then stage names of the process; then known words; then words within the text. */
export function readPhase(written: string, given: { process: ProcessName; codes: Codes }): Phase {
  const text = oneLine(written)
  const first = stagesOf(given.process)[0] ?? 'collection'
  if (text === '') return made(first, 'active', false, [{ code: 'phaseMissing', stage: first }], false)
  for (const option of [...meaningsOf(text, given.codes), text]) {
    const match = findStageName(option, given.process) ?? findWord(option)
    if (!match) continue
    const stage = match.word.stage?.[given.process] ?? first
    const state = match.word.state ?? 'active'
    const doubts: Warning[] = match.sure ? [] : [{ code: doubtOf(match.word), text, stage, state }]
    return made(
      stage,
      state,
      match.word.external ?? false,
      doubts,
      comparable(text) !== comparable(stages[stage]),
    )
  }
  const meaning = meaningsOf(text, given.codes)[0]
  return made(
    first,
    'active',
    false,
    [{ code: 'phaseUnknown', text, stage: first, ...(meaning && { meaning }) }],
    true,
  )
}

function doubtOf(word: PhaseWord): 'phaseExternal' | 'phaseOnlyState' | 'phaseGuessed' {
  if (word.external) return 'phaseExternal'
  return word.state && !word.stage ? 'phaseOnlyState' : 'phaseGuessed'
}

/** A column that only says if a need is alive; null when it says something else (a colour, a percentage). */
export function readState(written: string, codes: Codes): { state: State; closed: boolean } | null {
  const text = oneLine(written)
  for (const option of [...meaningsOf(text, codes), text]) {
    const key = comparable(option)
    const closed = closedWords.includes(key)
    const own = stateWords[key] ?? (closed ? 'active' : undefined)
    if (own) return { state: own, closed }
    const word = findWord(option)?.word
    if (word?.state || word?.stage) return { state: word.state ?? 'active', closed: false }
  }
  return null
}

/** Whether a text is a phase word at all; tells a phase column by its content. */
export function looksLikePhase(text: string, codes: Codes): boolean {
  return [...meaningsOf(text, codes), text].some(
    (option) => (findStageName(option, 'behovsprocessen') ?? findWord(option)) !== null,
  )
}

function made(stage: Stage, state: State, external: boolean, doubts: Warning[], translated: boolean): Phase {
  return { stage, state, external, doubts, translated }
}

function findStageName(text: string, process: ProcessName): Match | null {
  const key = comparable(text)
  const stage = stagesOf(process).find((one) => comparable(stages[one]) === key)
  return stage ? { word: { stage: { behovsprocessen: stage, portfoljprocessen: stage } }, sure: true } : null
}

/** A workbook repeats its few phase words on every row. */
const found = new Map<string, Match | null>()

function findWord(text: string): Match | null {
  const known = found.get(text)
  if (known !== undefined) return known
  if (found.size > 2000) found.clear()
  const match = searchWord(text)
  found.set(text, match)
  return match
}

function searchWord(text: string): Match | null {
  // a leading number or letter (`2. Förstudie`, `F2 - Förstudie`) is only an order
  const bare = text.replace(/^\s*[\p{L}]{0,2}\d{0,2}\s*[.):–-]\s*/u, '')
  const keys = [text, bare, bare.replace(leadingWords, '')].map(phaseKey).filter((key) => key !== '')
  for (const key of keys) {
    const word = byWord.get(key)
    if (word) return { word, sure: word.sure !== false }
  }
  for (const key of keys) {
    const within = findWithin(key)
    if (within) return within
    const alike = longestFirst.find(([word]) => isNearly(word, key))
    if (alike) return { word: alike[1], sure: false }
  }
  return null
}

/** `Pausad – väntar på medel` is paused, `Förstudie pågår` is a study: a state word first, then the most telling stage. */
function findWithin(key: string): Match | null {
  const found = longestFirst
    .filter(([word]) => word.length > 2 && ` ${key} `.includes(` ${word} `))
    .map(([, meaning]) => meaning)
  if (found.length === 0 || notWords.test(` ${key} `)) return null
  const doubtful = key.endsWith('?') ? byWord.get(phaseKey(doubtfullyDone)) : undefined
  if (doubtful && found.every((word) => word.stage?.behovsprocessen === 'closed'))
    return { word: doubtful, sure: false }
  const state = found.find((word) => word.state)
  const telling = found.find((word) => word.stage && !isGeneral(word))
  const stage = telling ?? found.find((word) => word.stage)
  const external = found.some((word) => word.external)
  return {
    word: {
      ...(stage?.stage && { stage: stage.stage }),
      ...(state?.state && { state: state.state }),
      ...(external && { external: true as const }),
    },
    sure: false,
  }
}

/** Misspelled; lengths are compared first because that is cheap. */
function isNearly(word: string, key: string): boolean {
  return (
    word.length > 3 &&
    key.length > 3 &&
    Math.abs(word.length - key.length) <= 3 &&
    likeness(word, key) >= 0.75
  )
}

/** A general word says little beside one that names the work. */
function isGeneral(word: PhaseWord): boolean {
  return generalPhases.some((general) => word === byWord.get(phaseKey(general)))
}

/** As comparable, but a question mark counts. */
function phaseKey(text: string): string {
  return comparable(text) + (/\?/.test(text) ? '?' : '')
}
