/** From a text to the terms it is compared by: words without their endings, and runs of letters, which compounds share with their parts. */
import { endings, functionWords } from '#src/text/swedishForms.ts'

/** What is left of a word when its ending is taken off; shorter stems tell too little. */
const SHORTEST_STEM = 4
const GRAM = 4
/** More of a text says nothing new of what it is about. */
const LONGEST_READ = 4000

/** Words as written, with those that say nothing of a subject left out. */
export const wordsOf = (text: string | undefined): string[] =>
  (
    (text ?? '')
      .slice(0, LONGEST_READ)
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word) => word.length > 1 && !functionWords.has(word.toLowerCase()))

/** A word without its ending, in small letters: `Larmen` and `larmet` are both `larm`. */
export const stemOf = remembered((written) => {
  const word = written.toLowerCase()
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM)
  return ending ? word.slice(0, -ending.length) : word
})

/** Every run of four letters of a word, with its edges marked. */
export const gramsOf = remembered((written): readonly string[] => {
  const edged = `_${written.toLowerCase()}_`
  if (edged.length <= GRAM) return [edged]
  return Array.from({ length: edged.length - GRAM + 1 }, (_, at) => edged.slice(at, at + GRAM))
})

/** Ten thousand needs are written with few different words. */
const MOST_REMEMBERED = 50_000

function remembered<T>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    let answer = known.get(word)
    if (answer === undefined) {
      answer = work(word)
      if (known.size >= MOST_REMEMBERED) known.clear()
      known.set(word, answer)
    }
    return answer
  }
}
