/** The language of the page, one chunk for each. */
import { createContext, useContext } from 'react'
import type { Locale, Words } from '#src/text/words.ts'

export async function loadWords(locale: Locale): Promise<Words> {
  return locale === 'en'
    ? (await import('#src/text/english.ts')).english
    : (await import('#src/text/swedish.ts')).swedish
}

export const WordsContext = createContext<Words | undefined>(undefined)

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('A screen was shown outside its language')
  return words
}
