/** What is known of something, name by name; what is not known is left out. */
import type { ReactNode } from 'react'

export interface Fact {
  title: string
  value: ReactNode
}

export function Facts({ facts, className }: { facts: readonly Fact[]; className: string | undefined }) {
  return (
    <dl className={className}>
      {facts.map(
        ({ title, value }) =>
          value && (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
