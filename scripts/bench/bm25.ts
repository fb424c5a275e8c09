/** BM25 over words without endings, made the same both ways and 1 for the same text: what the method in use is measured against. */
import type { KnownNeed } from '#src/similar/similar.ts'
import { method } from '#src/similar/similarIndex.ts'
import { stemOf, wordsOf } from '#src/similar/terms.ts'
import type { Compare } from './likeness.ts'

const [K, B] = [1.2, 0.75]

export function bm25(needs: readonly KnownNeed[]): Compare {
  const texts = needs.map(({ key, title, need, benefit }) => {
    const terms = new Map<string, number>()
    const add = (text: string | undefined, weight: number) => {
      for (const word of wordsOf(text)) terms.set(stemOf(word), (terms.get(stemOf(word)) ?? 0) + weight)
    }
    add(title, method.weights.title)
    add(need, method.weights.need)
    add(benefit, method.weights.benefit)
    return { key, terms, length: [...terms.values()].reduce((a, b) => a + b, 0) }
  })
  const mean = texts.reduce((sum, { length }) => sum + length, 0) / texts.length
  const holders = new Map<string, number>()
  for (const { terms } of texts)
    for (const term of terms.keys()) holders.set(term, (holders.get(term) ?? 0) + 1)
  const rarity = (term: string) => {
    const n = holders.get(term) ?? 0
    return Math.log(1 + (texts.length - n + 0.5) / (n + 0.5))
  }
  type Text = (typeof texts)[number]
  const score = (asked: Text, { terms, length }: Text) => {
    let sum = 0
    for (const term of asked.terms.keys()) {
      const count = terms.get(term) ?? 0
      sum += (rarity(term) * count * (K + 1)) / (count + K * (1 - B + (B * length) / mean))
    }
    return sum
  }
  return ({ key }) => {
    const asked = texts.find((text) => text.key === key)
    if (!asked) return []
    return texts
      .filter((text) => text !== asked)
      .map((text) => ({
        key: text.key,
        likeness: (score(asked, text) + score(text, asked)) / (score(asked, asked) + score(text, text)),
      }))
      .toSorted((a, b) => b.likeness - a.likeness)
  }
}
