/** What the register says of a decision, alike on screen, on paper and in another program. */
import { carrying } from '#src/lists/meetings.ts'
import type { RegisterEntry } from '#src/rules/deciding/register.ts'
import type { Words } from '#src/text/words.ts'

/** What it goes by; what waits for its minutes has no number yet. */
export const nameText = ({ name }: RegisterEntry, { t }: Words) => name || t('decisions.noNumber')

/** The forum, or the post that decided by itself. */
export const whereText = ({ decision }: RegisterEntry) =>
  decision.forum?.title ?? `${decision.post} ${decision.decidedBy.name}`.trim()

/** What was decided about what; an outcome that is about nothing in particular stands alone. */
export const outcomeText = ({ decision: { matter, outcome } }: RegisterEntry, { word }: Words) =>
  matter === 'other'
    ? word('outcomes', outcome)
    : `${word('decisionMatters', matter)}: ${word('outcomes', outcome)}`

const marks = { nothing: '', waiting: '◷', done: '✓', refused: '▲' } as const

/** How far it has come; what was replaced doesn't hold, however far it came. */
export function carriedText(entry: RegisterEntry, words: Words): string {
  if (entry.replacedBy) return words.t('decisions.replaced')
  return `${marks[entry.carrying]} ${carriedWord(entry, words)}`.trim()
}

/** The same without its mark. */
export const carriedWord = (entry: RegisterEntry, words: Words) =>
  entry.carrying === 'nothing' ? '' : words.of(carrying, entry.carrying)
