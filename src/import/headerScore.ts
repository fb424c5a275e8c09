/** How well the words of a header name each field. */
import { type Field, fields } from '#src/rules/needs/importTerms.ts'
import { withoutUnit } from './money.ts'
import { comparable, likeness } from './text.ts'
import { headerStops, headerWords, highWords, lowWords, moneyWords } from './vocabulary.ts'

/** A column as the header row has it: `header` is shown, `group` stands above when there are two header rows. */
export type HeaderCell = {
  readonly column: number
  readonly header: string
  readonly group: string
  readonly own: string
  readonly hidden: boolean
}

type Synonym = { field: Field; word: string; worth: number }

/** The first word of a list is worth most. */
const synonyms: readonly Synonym[] = fields.flatMap((field) => {
  const list: readonly string[] = headerWords[field]
  return list.map((word, place) => ({ field, word: comparable(word) || word, worth: 1 - place * 0.004 }))
})

/** 0–1 for each field that the header could name: the same words, one within the other, or nearly the same spelling. */
export function headerScores(header: HeaderCell): Map<Field, number> {
  const scores = new Map<Field, number>()
  const raise = (field: Field, score: number) =>
    void (score > (scores.get(field) ?? 0) && scores.set(field, score))
  const together = header.group === '' ? '' : `${header.group} ${header.own}`
  for (const text of new Set([header.own, together])) {
    if (text === '' || text.length > 80) continue
    const bare = text.replace(/\([^)]*\)|\[[^\]]*\]|\*/g, ' ')
    for (const words of new Set([withoutUnit(bare), withoutUnit(text), text.trim()])) scoreWords(words, raise)
  }
  if (isMoney(header)) {
    const own = comparable(header.own)
    if (own.search(lowWords) >= 0) raise('costLow', 0.95)
    if (own.search(highWords) >= 0) raise('costHigh', 0.95)
    if (/(^|\D)20\d\d(\D|$)/.test(header.own)) raise('costPart', 0.9)
  }
  return scores
}

/** The best field of a header, for finding the header row. */
export function bestField(header: HeaderCell): { field: Field; score: number } | null {
  const [best] = [...headerScores(header)].sort(([, a], [, b]) => b - a)
  return best && best[1] > 0.5 ? { field: best[0], score: best[1] } : null
}

function scoreWords(words: string, raise: (field: Field, score: number) => void): void {
  const stopped = isStopped(words)
  for (const { field, word, worth } of synonyms) {
    if (words === word) raise(field, worth)
    else if (stopped) continue
    else if ((word.length > 2 || field === 'number') && ` ${words} `.includes(` ${word} `))
      raise(field, (0.65 + (0.25 * word.length) / words.length) * worth)
    else if (isNearly(words, word)) raise(field, 0.9 * likeness(word, words) * worth)
  }
}

function isNearly(words: string, word: string): boolean {
  if (word.length < 5 || words[0] !== word[0] || Math.abs(words.length - word.length) > 3) return false
  return likeness(word, words) >= 0.78
}

function isMoney({ own, group }: HeaderCell): boolean {
  return moneyWords.test(own.toLowerCase()) || moneyWords.test(group.toLowerCase())
}

function isStopped(header: string): boolean {
  const words = header.split(' ')
  return headerStops.some((stop) =>
    stop.includes(' ')
      ? ` ${header} `.includes(` ${stop} `)
      : words.some((word) => word === stop || (stop.length >= 4 && word.startsWith(stop))),
  )
}
