/** Texts as vectors of weighted terms (tf-idf): rare terms weigh more, and long texts no more than short ones. */

/** How often each term stands in a text; more where the place weighs more. */
export type Terms = ReadonlyMap<string, number>

interface Posting {
  texts: number[]
  weights: number[]
  /** Texts that still hold the term: those taken away stay in `texts` until all is built anew. */
  holders: number
}

export interface Space {
  /** `text` is a number that no other text has had. */
  put: (text: number, terms: Terms) => void
  /** `terms` as they were put. */
  drop: (text: number, terms: Terms) => void
  /** The cosine of the terms with every text, by its number. */
  cosines: (terms: Terms) => Float64Array
  /** How rare a term is among the texts. */
  rarity: (term: string) => number
}

export function createSpace(): Space {
  const postings = new Map<string, Posting>()
  let norms = new Float64Array()
  let gone = new Set<number>()
  let texts = 0
  let highest = -1
  let settled = true

  const rarityOf = (holders: number) => Math.log((texts + 1) / Math.max(1, holders))
  const rarity = (term: string) => rarityOf(postings.get(term)?.holders ?? 1)

  /** Rarities have changed with the texts, and all lengths with them. */
  function settle() {
    norms = new Float64Array(highest + 1)
    for (const { texts: held, weights, holders } of postings.values()) {
      const factor = rarityOf(holders) ** 2
      for (let i = 0; i < held.length; i++) {
        const text = held[i] as number
        norms[text] = (norms[text] as number) + (weights[i] as number) ** 2 * factor
      }
    }
    for (let i = 0; i < norms.length; i++) norms[i] = gone.has(i) ? 0 : Math.sqrt(norms[i] as number)
    settled = true
  }

  return {
    put(text, terms) {
      for (const [term, count] of terms) {
        let posting = postings.get(term)
        if (!posting) postings.set(term, (posting = { texts: [], weights: [], holders: 0 }))
        posting.texts.push(text)
        posting.weights.push(Math.sqrt(count))
        posting.holders++
      }
      texts++
      highest = Math.max(highest, text)
      settled = false
    },
    drop(text, terms) {
      for (const term of terms.keys()) {
        const posting = postings.get(term)
        if (posting) posting.holders--
      }
      gone = gone.add(text)
      texts--
      settled = false
    },
    cosines(terms) {
      if (!settled) settle()
      const sums = new Float64Array(highest + 1)
      let own = 0
      for (const [term, count] of terms) {
        const posting = postings.get(term)
        const weight = Math.sqrt(count)
        const factor = rarityOf(posting?.holders ?? 1) ** 2
        own += weight ** 2 * factor
        if (!posting) continue
        const { texts: held, weights } = posting
        for (let i = 0; i < held.length; i++) {
          const text = held[i] as number
          sums[text] = (sums[text] as number) + weight * factor * (weights[i] as number)
        }
      }
      const length = Math.sqrt(own)
      for (let i = 0; i < sums.length; i++) {
        const norm = (norms[i] as number) * length
        sums[i] = norm > 0 ? (sums[i] as number) / norm : 0
      }
      return sums
    },
    rarity,
  }
}
