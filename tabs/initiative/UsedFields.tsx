/** A section of fields without the axes of balance that the installation doesn't use. */
import type { ReactNode } from 'react'
import type { Axis } from '#src/lists/balance.ts'
import { isNamable } from '#src/rules/pictures/axes.ts'
import { useAxes } from '../ui/axes/axesContext.ts'
import type { SectionRow } from './sections.ts'

/** Only columns that are nothing but an axis go: a unit is told whether or not anyone looks along units. */
export function UsedFields({
  of,
  children,
}: {
  of: SectionRow
  children: (section: SectionRow) => ReactNode
}) {
  const { used } = useAxes()
  const isAsked = (field: string) => !isNamable(field) || used.includes(field satisfies Axis)
  return children({ ...of, fields: of.fields.filter(isAsked) })
}
