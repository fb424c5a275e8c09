/** `npx node scripts/similarity.ts`: how well needs that are alike are found, by several methods, and how fast among 10,000. */
import { knownPairs } from '#scripts/demo/similarPairs.ts'
import { workbookNeeds } from '#scripts/demo/workbookNeeds.ts'
import { levels } from '#src/similar/levels.ts'
import type { KnownNeed } from '#src/similar/similar.ts'
import { createSimilarIndex, type Method, method } from '#src/similar/similarIndex.ts'
import { bm25 } from './bench/bm25.ts'
import { atLeast, type Compare, measure } from './bench/likeness.ts'

const MANY = 10_000
const even = { title: 1, need: 1, benefit: 1 }
const lower = (word: string) => word.toLowerCase()

const needs = workbookNeeds()

function by(
  values: Partial<Method>,
  shown: (need: KnownNeed) => Partial<KnownNeed> = (need) => need,
): Compare {
  const index = createSimilarIndex({ ...method, ...values })
  index.put(needs)
  return (need) => index.find(shown(need), { except: need.key, most: needs.length })
}
const chosen = by({})

const methods: [string, Compare][] = [
  [
    'whole words, title only',
    by({ termOf: lower, wordsShare: 1, weights: { title: 1, need: 0, benefit: 0 } }),
  ],
  ['whole words, all fields alike', by({ termOf: lower, wordsShare: 1, weights: even })],
  ['whole words', by({ termOf: lower, wordsShare: 1 })],
  ['words without endings, all fields alike', by({ wordsShare: 1, weights: even })],
  ['words without endings', by({ wordsShare: 1 })],
  ['words without endings, BM25', bm25(needs)],
  ['letters, all fields alike', by({ wordsShare: 0, weights: even })],
  ['letters', by({ wordsShare: 0 })],
  ['both, all fields alike', by({ weights: even })],
  ['both, one part words to three letters', by({ wordsShare: 0.25 })],
  ['both (in use)', chosen],
  ['both, asked with the title only', by({}, ({ title }) => ({ title }))],
]

const share = (value: number) => value.toFixed(2).padStart(6)
console.log(`${needs.length} needs, ${knownPairs.length} known pairs\n`)
console.log(`${'method'.padEnd(42)} first  top 3  avg. precision`)
for (const [name, compare] of methods) {
  const { first, firstThree, averagePrecision } = measure(compare, needs, knownPairs)
  console.log(`${name.padEnd(42)}${share(first)} ${share(firstThree)} ${share(averagePrecision)}`)
}
console.log(`\n${'at least'.padEnd(12)} likeness  pairs  precision  recall`)
for (const [level, least] of Object.entries(levels)) {
  const { pairs, precision, recall } = atLeast(least, chosen, needs, knownPairs)
  console.log(
    `${level.padEnd(12)}${share(least)} ${String(pairs).padStart(8)} ${share(precision)}    ${share(recall)}`,
  )
}

/** Every key of a need as somebody writes it: title, then need. */
function keystrokes({ title = '', need = '' }: KnownNeed): Partial<KnownNeed>[] {
  const titles = Array.from(title, (_, at) => ({ title: title.slice(0, at + 1) }))
  return [...titles, ...Array.from(need, (_, at) => ({ title, need: need.slice(0, at + 1) }))]
}
const many = Array.from({ length: MANY }, (_, i): KnownNeed => {
  const need = needs[i % needs.length] as KnownNeed
  return { ...need, key: `${i}`, title: `${need.title} ${i}` }
})
const took = (work: () => unknown) => {
  const started = performance.now()
  work()
  return performance.now() - started
}
const index = createSimilarIndex()
console.log(`\n${MANY} needs: built in ${took(() => index.put(many)).toFixed(0)} ms`)
index.find({ title: needs[0]?.title ?? '' })
const times = needs
  .slice(0, 10)
  .flatMap(keystrokes)
  .map((text) => took(() => index.find(text, { least: levels.some })))
  .toSorted((a, b) => a - b)
const at = (part: number) => (times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1)
console.log(
  `a keystroke, of ${times.length}: median ${at(0.5)} ms, 95 in 100 within ${at(0.95)} ms, greatest ${at(1)} ms`,
)
const changed = took(() => {
  index.put(many.slice(0, 1))
  index.find({ title: needs[1]?.title ?? '' })
})
console.log(`a changed need and the next keystroke: ${changed.toFixed(1)} ms`)
