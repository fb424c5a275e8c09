/** The words of what stands on an axis, and the order they are read in. */
import { type Axis, complexities, natures, pios } from '#src/lists/balance.ts'
import { initiativeTypes, scopes, type Stage, yesNoUnknown } from '#src/lists/initiatives.ts'
import { type AxisValue, UNKNOWN } from '#src/rules/pictures/balance.ts'
import { processes } from '#src/rules/processes.ts'
import type { Vocabulary } from '#src/text/vocabulary.ts'
import type { Words } from '#src/text/words.ts'

const sets = {
  pios: { group: 'pios', keys: Object.keys(pios) },
  complexity: { group: 'complexities', keys: Object.keys(complexities) },
  nature: { group: 'natures', keys: Object.keys(natures) },
  legal: { group: 'yesNoUnknown', keys: Object.keys(yesNoUnknown) },
  scope: { group: 'scopes', keys: Object.keys(scopes) },
  type: { group: 'initiativeTypes', keys: Object.keys(initiativeTypes) },
  stage: {
    group: 'stages',
    keys: [...new Set<Stage>(Object.values(processes).flatMap((rows) => rows.map(({ stage }) => stage)))],
  },
} as const satisfies Partial<Record<Axis, { group: keyof Vocabulary; keys: readonly string[] }>>

const setOf = (axis: Axis): { group: keyof Vocabulary; keys: readonly string[] } | undefined =>
  Object.hasOwn(sets, axis) ? sets[axis as keyof typeof sets] : undefined

export const orderOf = (axis: Axis) => setOf(axis)?.keys

/** What a value is called; what nobody has said is called so. */
export function axisWord(axis: Axis, { key, title }: AxisValue, { t, word }: Words): string {
  if (key === UNKNOWN) return t('balance.unknown')
  const set = setOf(axis)
  return title ?? (set ? word(set.group, key as never) : key)
}
