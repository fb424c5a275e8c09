/** Needs of a workbook that wait for each other in a ring: the wait that closes it is left out and said, so that the rest comes in. */
import type { Warning } from '#src/rules/needs/importTerms.ts'
import { circleThrough } from '#src/rules/initiatives/dependencies.ts'

interface Waiting {
  number?: string
  dependsOn: readonly string[]
  warnings: readonly Warning[]
}

/** The rows in their order: of those round a circle, the last one no longer waits. */
export function withoutCircles<T extends Waiting>(rows: readonly T[]): T[] {
  const kept: ReturnType<typeof waitOf>[] = []
  return rows.map((row) => {
    const { number, dependsOn } = row
    if (number === undefined || dependsOn.length === 0) return row
    const warnings: Warning[] = []
    const open = dependsOn.filter((other) => {
      const wait = waitOf(number, other)
      const circle = circleThrough(wait, kept)
      if (circle.length === 0) {
        kept.push(wait)
        return true
      }
      warnings.push({ code: 'dependsCircle', text: [...circle, number].join(' → ') })
      return false
    })
    return warnings.length === 0 ? row : { ...row, dependsOn: open, warnings: [...row.warnings, ...warnings] }
  })
}

const waitOf = (number: string, other: string) => ({
  key: `${number}>${other}`,
  initiative: { key: number, title: number },
  needs: { key: other, title: other },
})
