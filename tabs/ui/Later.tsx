/** What every page has that nobody needs at first sight: the help on keys, and the sentences of fields that can't be sent. */
import { use, useEffect } from 'react'
import { useWords } from '../language.ts'
import { sayFaults } from './fields/faults.ts'
import { KeyHelp } from './keys/KeyHelp.tsx'

export function Later() {
  const words = useWords()
  use(words.learn('refusals'))
  useEffect(() => sayFaults(document, words), [words])
  return <KeyHelp />
}
