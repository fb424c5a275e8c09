/** How the product speaks where an installation has its own names for axes of balance and their classes. */
import { balanceAxes } from '#src/lists/balance.ts'
import type { NamableAxis } from '#src/lists/axisNames.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { type AxisRow, ownAxis, ownClass } from '#src/rules/pictures/axes.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { Words } from './words.ts'

/** The axis that a fixed set holds the classes of. */
const axes: Partial<Record<keyof Vocabulary, NamableAxis>> = {
  pios: 'pios',
  complexities: 'complexity',
  natures: 'nature',
}

/** The same words, but for what the installation has named: an axis, the column of it, and its classes. */
export function namingAxes(words: Words, rows: readonly AxisRow[]): Words {
  const { locale } = words
  if (rows.length === 0) return words
  return {
    ...words,
    of: (set, key) => ((set as object) === balanceAxes && ownAxis(key, rows, locale)) || words.of(set, key),
    label: (list, column) =>
      ((list as object) === initiatives && ownAxis(column, rows, locale)) || words.label(list, column),
    word: (group, key) => {
      const axis = axes[group]
      return (axis && ownClass(axis, String(key), rows, locale)) ?? words.word(group, key)
    },
  }
}
