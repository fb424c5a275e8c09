/** One specimen in a session and at an address of its own. */
import { Suspense, useMemo } from 'react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { SessionContext } from '../context.ts'
import { useWords } from '../language.ts'
import { me, samplesOf, TODAY } from './samples.ts'
import { aSession } from './session.ts'
import type { Specimen } from './specimens.tsx'

export function Shown({ specimen: { show, given } }: { specimen: Specimen }) {
  const { locale } = useWords()
  const context = useMemo(() => {
    const { items, store } = samplesOf(locale)
    return { session: aSession({ items, store, person: me, ...given }), today: TODAY }
  }, [given, locale])
  const { hook, searchHook } = useMemo(() => memoryLocation({ path: '/portfolio' }), [])
  return (
    <SessionContext value={context}>
      <Router hook={hook} searchHook={searchHook}>
        <Suspense fallback={null}>{show}</Suspense>
      </Router>
    </SessionContext>
  )
}
