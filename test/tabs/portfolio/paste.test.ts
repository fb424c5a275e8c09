/** What a pasted column means and would change: strictly read, one row for each value, nothing done that isn't said. */
import { describe, expect, test } from 'vitest'
import { pastedCells } from '#src/import/pasted.ts'
import { swedish } from '#src/text/swedish.ts'
import type { EditableColumn } from '#tabs/portfolio/editing/editable.ts'
import { type PastePlan, planPaste } from '#tabs/portfolio/paste/plan.ts'
import { type Known, readerFor } from '#tabs/portfolio/paste/reading.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aPerson, aRef } from '../../fixtures/organisation.ts'

await Promise.all([swedish.learn('table'), swedish.learn('refusals')])

const åsa = { id: 'åsa', name: 'Åsa Lindevall', email: 'asa.lindevall@sundhamn.example' }
const known: Known = {
  people: [åsa, { id: 'bo1', name: 'Bo Ek' }, { id: 'bo2', name: 'Bo Ek' }],
  units: [
    { key: 'hv', name: 'Hemtjänst', short: 'HT' },
    { key: 'måltid', name: 'Måltid' },
  ],
  words: swedish,
}
const lead = { id: 'me', roles: ['developmentLead' as const] }

describe('a cell is read for its column', () => {
  const rows: { says: string; column: EditableColumn; text: string; gives: object }[] = [
    {
      says: 'a name',
      column: 'contact',
      text: ' åsa lindevall ',
      gives: { contact: { value: { id: 'åsa', name: 'Åsa Lindevall' } } },
    },
    {
      says: 'a name turned round',
      column: 'contact',
      text: 'Lindevall, Åsa',
      gives: { contact: { value: { id: 'åsa', name: 'Åsa Lindevall' } } },
    },
    {
      says: 'a mail address',
      column: 'contact',
      text: åsa.email,
      gives: { contact: { value: { id: 'åsa', name: 'Åsa Lindevall' } } },
    },
    {
      says: 'a name that two have',
      column: 'contact',
      text: 'Bo Ek',
      gives: { contact: { unknown: 'Bo Ek' } },
    },
    {
      says: 'two names',
      column: 'contact',
      text: 'Åsa Lindevall / Bo Ek',
      gives: { contact: { unknown: 'Åsa Lindevall / Bo Ek' } },
    },
    {
      says: 'a name that is almost known',
      column: 'contact',
      text: 'Å Lindevall',
      gives: { contact: { unknown: 'Å Lindevall' } },
    },
    {
      says: 'a unit’s short name',
      column: 'unit',
      text: 'HT',
      gives: { unit: { value: { key: 'hv', title: 'Hemtjänst' } } },
    },
    {
      says: 'a unit nearly spelled',
      column: 'unit',
      text: 'Hemtjänsst',
      gives: { unit: { unknown: 'Hemtjänsst' } },
    },
    { says: 'a word of the set', column: 'type', text: 'förstudie', gives: { type: { value: 'prestudy' } } },
    {
      says: 'a word that isn’t in the set',
      column: 'type',
      text: 'idé',
      gives: { type: { unknown: 'idé' } },
    },
    { says: 'yes', column: 'legal', text: 'Ja', gives: { legal: { value: 'yes' } } },
    { says: 'a quarter', column: 'start', text: 'kv 3 2026', gives: { start: { value: '2026-Q3' } } },
    { says: 'a season', column: 'start', text: 'hösten 2026', gives: { start: { unknown: 'hösten 2026' } } },
    { says: 'a day', column: 'legalDay', text: '2026-03-31', gives: { legalDay: { value: '2026-03-31' } } },
    {
      says: 'a day with strokes',
      column: 'legalDay',
      text: '31/3/2026',
      gives: { legalDay: { value: '2026-03-31' } },
    },
    {
      says: 'a day that the calendar lacks',
      column: 'legalDay',
      text: '2026-02-30',
      gives: { legalDay: { unknown: '2026-02-30' } },
    },
    {
      says: 'a day without a year',
      column: 'legalDay',
      text: '31 mars',
      gives: { legalDay: { unknown: '31 mars' } },
    },
    {
      says: 'a sum',
      column: 'cost',
      text: '1,2 mnkr',
      gives: {
        costLowKr: { value: 1_200_000 },
        costHighKr: { value: 1_200_000 },
        costPerYear: { value: false },
      },
    },
    {
      says: 'from and to each year',
      column: 'cost',
      text: '150–300 tkr/år',
      gives: { costLowKr: { value: 150_000 }, costHighKr: { value: 300_000 }, costPerYear: { value: true } },
    },
    {
      says: 'a figure that could be kronor or thousands',
      column: 'cost',
      text: '250',
      gives: { costHighKr: { unknown: '250' } },
    },
    {
      says: 'nothing',
      column: 'cost',
      text: '',
      gives: { costLowKr: { value: null }, costHighKr: { value: null }, costPerYear: { value: false } },
    },
    { says: 'nothing', column: 'contact', text: '', gives: { contact: { value: null } } },
    {
      says: 'formula text',
      column: 'caseNumber',
      text: '=HYPERLINK("http://x")',
      gives: { caseNumber: { value: '=HYPERLINK("http://x")' } },
    },
  ]
  test.each(rows)('$column: $says', ({ column, text, gives }) => {
    expect(readerFor(column, known)(text)).toEqual(gives)
  })
})

describe('the rows below', () => {
  const rows = ['A', 'B', 'C', 'D'].map((title) =>
    anInitiative({ key: title, title, contact: undefined, costHighKr: undefined, costLowKr: undefined }),
  )
  const plan = (text: string, given: Partial<Parameters<typeof planPaste>[1]> = {}): PastePlan =>
    planPaste(
      pastedCells(text).map(([cell = '']) => cell),
      { lines: rows.map((row) => ({ row })), from: 1, column: 'contact', me: lead, ...given },
      known,
    )
  const changed = ({ changes }: PastePlan) => changes.map(({ initiative }) => initiative)

  test('take one value each; an empty one empties, and changes nothing where nothing stood', () => {
    const done = plan('Åsa Lindevall\r\n\r\nÅsa Lindevall\r\n')
    expect(changed(done)).toEqual(['B', 'D'])
    expect(done).toMatchObject({ count: 3, same: 1, surplus: 0, left: [] })
    expect(done.changes[0]).toMatchObject({ base: { contact: null }, changes: { contact: { id: 'åsa' } } })
  })

  test('are counted when the values are more', () => {
    expect(plan('Åsa Lindevall\n'.repeat(7))).toMatchObject({ count: 7, surplus: 4 })
  })

  test('keep what is not understood, with the text', () => {
    const done = plan('Åsa Lindevall\nNågon Annan')
    expect(changed(done)).toEqual(['B'])
    expect(done.left).toMatchObject([{ row: { key: 'C' }, why: { unknown: 'Någon Annan' } }])
  })

  test('that a title is too long for, or taken from, say so', () => {
    const done = plan(`${'x'.repeat(256)}\n\nLagom`, { column: 'title' })
    expect(changed(done)).toEqual(['D'])
    expect(done.left.map(({ why }) => (why as { problem: string }).problem)).toEqual([
      expect.stringContaining('255'),
      expect.stringContaining('måste fyllas i'),
    ])
  })

  test('that the person may not change, or that are archived, are left', () => {
    const mine = anInitiative({ key: 'mine', contact: aPerson('me') })
    const gone = anInitiative({ key: 'gone', contact: aPerson('me'), archived: true })
    const lines = [mine, gone, ...rows].map((row) => ({ row }))
    const done = plan('Åsa Lindevall\nÅsa Lindevall\nÅsa Lindevall', {
      lines,
      from: 0,
      me: { id: 'me', roles: [] },
    })
    expect(changed(done)).toEqual(['mine'])
    expect(done.left).toMatchObject([{ why: 'archived' }, { why: 'notMine' }])
  })

  test('under the next heading go on where the group ends', () => {
    const heading = {
      group: { key: 'g', text: 'g', rows: [], onceKr: 0, yearlyKr: 0, medianDays: 0 },
      open: true,
    }
    const [a, b] = rows
    const lines = [heading, { row: a }, heading, { row: b }] as never
    expect(changed(plan('Åsa Lindevall\nÅsa Lindevall', { lines }))).toEqual(['A', 'B'])
  })

  test('a yearly cost stays yearly only when the pasted one is', () => {
    const yearly = anInitiative({ key: 'y', costLowKr: 5000, costHighKr: 5000, costPerYear: true })
    const lines = [{ row: yearly }, { row: rows[0] as never }]
    const done = plan('10 tkr\n10 tkr', { lines, from: 0, column: 'cost' })
    expect(done.changes.map(({ changes }) => changes)).toEqual([
      { costLowKr: 10_000, costHighKr: 10_000, costPerYear: false },
      { costLowKr: 10_000, costHighKr: 10_000 },
    ])
  })

  test('ten thousand are planned while one waits', () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => ({
      row: anInitiative({ key: `k${i}`, contact: aPerson('someone'), unit: aRef('hv') }),
    }))
    const began = performance.now()
    const done = plan('Åsa Lindevall\n'.repeat(10_000), { lines, from: 0 })
    expect(done.changes).toHaveLength(10_000)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
