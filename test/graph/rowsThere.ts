/** Initiatives to write and read on the local tenant, each with a key of its own. */
import { initiatives, type InitiativeDraft } from '#src/lists/initiatives.ts'
import { aRef } from '#test/fixtures/organisation.ts'
import type { Stand } from '#test/fixtures/stand.ts'

/** Drafts with keys of their own, and what comes of writing them. */
export function rowsThere(stand: () => Stand) {
  let made = 0
  const next = () => `i-${++made}`
  const draft = (values: Partial<InitiativeDraft> = {}): InitiativeDraft => {
    const key = values.key ?? next()
    return {
      key,
      title: `Behov ${key}`,
      number: `N-${key}`,
      stage: 'collection',
      state: 'active',
      portfolio: aRef('pf'),
      ...values,
    }
  }
  const withKey = (key: string) => stand().store.where(initiatives, { column: 'key', value: key })
  const failed = (asked: Promise<unknown>) =>
    asked.then(
      () => undefined,
      (error: unknown) => error,
    )
  return { draft, withKey, failed }
}
