/** What the address asks of the register: the search, the filters, and the decision that is open. */
import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { type Outcome, outcomes } from '#src/lists/decisions.ts'
import { isDay } from '#src/lists/shapes.ts'
import type { RegisterFilter } from '#src/rules/deciding/register.ts'

/** Values are those of the rule; `key` is the decision that is open. */
export interface RegisterAsked {
  filter: RegisterFilter & { text: string }
  key: string | undefined
}

const names = ['text', 'forum', 'initiative', 'from', 'to', 'outcome', 'carried'] as const
type Name = (typeof names)[number]

/** Of what is written there by hand, the part that means something. */
function askedIn(params: URLSearchParams): RegisterAsked {
  const has = (name: Name) => params.get(name) || undefined
  const day = (name: Name) => (isDay(params.get(name)) ? { [name]: has(name) } : {})
  const [outcome, carried] = [has('outcome'), has('carried')]
  return {
    filter: {
      text: params.get('text') ?? '',
      ...(has('forum') && { forum: has('forum') }),
      ...(has('initiative') && { initiative: has('initiative') }),
      ...day('from'),
      ...day('to'),
      ...(outcome && Object.hasOwn(outcomes, outcome) && { outcome: outcome as Outcome }),
      ...((carried === 'done' || carried === 'open') && { carried }),
    } as RegisterAsked['filter'],
    key: params.get('key') || undefined,
  }
}

/** The address of the register with these filters, and a decision open in it. */
export function registerPath({
  filter = {},
  key,
}: {
  filter?: RegisterFilter
  key?: string | undefined
}): string {
  const params = new URLSearchParams()
  for (const name of names) if (filter[name]) params.set(name, filter[name])
  if (key) params.set('key', key)
  const written = params.toString()
  return written ? `/decisions?${written}` : '/decisions'
}

export function useRegisterAsked() {
  const [params, setParams] = useSearchParams()
  const asked = useMemo(() => askedIn(params), [params])
  /** `undefined` takes a filter away. Typing leaves no steps to go back through. */
  const change = (next: { [N in Name]?: string | undefined }) => {
    const written = new URLSearchParams(params)
    for (const [name, value] of Object.entries(next)) {
      if (value) written.set(name, value)
      else written.delete(name)
    }
    setParams(written, { replace: true })
  }
  const clear = () =>
    setParams(asked.key ? new URLSearchParams({ key: asked.key }) : new URLSearchParams(), { replace: true })
  /** Opens a decision, or closes the one that is open; a step that Back takes again. */
  const open = (key: string | undefined) => {
    const written = new URLSearchParams(params)
    if (key) written.set('key', key)
    else written.delete('key')
    setParams(written, { replace: asked.key !== undefined && key !== undefined })
  }
  return { asked, change, clear, open }
}
