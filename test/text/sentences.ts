/** All sentences of both languages, whichever page brings them. */
import { sentences as enCore } from '#src/text/en/core.ts'
import { subjects as enSubjects } from '#src/text/en/subjects.ts'
import { sentences as svCore } from '#src/text/sv/core.ts'
import { subjects as svSubjects } from '#src/text/sv/subjects.ts'

type Sentences = Record<string, string>
type Loaders = Record<string, () => Promise<{ sentences: Sentences }>>

/** Throws when two subjects have a key in common: the one that came last would speak for both. */
async function gathered(core: Sentences, loaders: Loaders): Promise<Sentences> {
  const all: Sentences = { ...core }
  for (const load of Object.values(loaders)) {
    for (const [key, sentence] of Object.entries((await load()).sentences)) {
      if (key in all) throw new Error(`${key} is written twice`)
      all[key] = sentence
    }
  }
  return all
}

export const allSentences = async () => ({
  sv: await gathered(svCore, svSubjects),
  en: await gathered(enCore, enSubjects),
})
