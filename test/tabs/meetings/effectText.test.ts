/** What a decision does is said alike in the sitting, in the minutes and on their paper. */
import { expect, test } from 'vitest'
import type { ItemEffect } from '#src/lists/meetings.ts'
import { english } from '#src/text/english.ts'
import { effectOf } from '#src/text/papers.ts'
import { swedish } from '#src/text/swedish.ts'
import { effectText } from '#tabs/meetings/effectText.ts'
import { aPerson } from '../../fixtures/organisation.ts'

await Promise.all([swedish, english].map((words) => words.learn('meetings')))

const asa = aPerson('asa', 'Åsa Brolin')
const rows: { effect: ItemEffect; sv: string; en: string }[] = [
  {
    effect: { does: 'gate', gate: 'BP1', outcome: 'goOn' },
    sv: 'BP1: Går vidare',
    en: 'BP1: Goes on',
  },
  {
    effect: { does: 'gate', gate: 'BP3', outcome: 'waitingList', amountKr: 400_000 },
    sv: 'BP3: Till den prioriterade väntelistan, 400 000 kr',
    en: '',
  },
  { effect: { does: 'state', to: 'paused' }, sv: 'Pausas', en: 'Is paused' },
  { effect: { does: 'state', to: 'screenedOut' }, sv: 'Sorteras bort', en: 'Is screened out' },
  { effect: { does: 'financing', amountKr: 250_000 }, sv: 'Finansieras med 250 000 kr', en: '' },
  {
    effect: { does: 'financing', amountKr: 250_000, totalKr: 1_000_000 },
    sv: 'Finansieras med 250 000 kr av totalt 1 000 000 kr',
    en: '',
  },
  {
    effect: { does: 'owner', role: 'effectOwner', person: asa },
    sv: 'Åsa Brolin blir effektägare',
    en: 'Åsa Brolin becomes effect owner',
  },
  { effect: { does: 'priority', rank: 3 }, sv: 'Får prioritet 3', en: 'Gets priority 3' },
]
const spaced = (text: string) => text.replaceAll(/\s/g, ' ')

test.for(rows)('$sv', ({ effect, sv, en }) => {
  expect(spaced(effectText(effect, swedish))).toBe(sv)
  expect(spaced(effectOf(effect, ({ name }) => name))).toBe(sv)
  if (en) expect(spaced(effectText(effect, english))).toBe(en)
})
