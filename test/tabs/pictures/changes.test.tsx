/** The picture of what changed: each with its before and after, and the way there. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { trail } from '#src/lists/decisions.ts'
import type { List } from '#src/lists/list.ts'
import { BalancePage } from '#tabs/pictures/BalancePage.tsx'
import { ChangesPage } from '#tabs/pictures/ChangesPage.tsx'
import { aRef } from '../../fixtures/organisation.ts'
import { one, all, entry, show, says, kept } from './lensesShown.tsx'

beforeEach(() => page.viewport(1400, 900))

describe('changes', () => {
  test('says it all in one sentence, each with its before and after and its decision', async () => {
    await show(<ChangesPage />)
    await says(
      'Mellan 1 sep. och 1 okt.: 1 flyttat, 1 borta, 1 senare och 1 dyrare eller med mer pengar (+20 tkr).',
    )
    await says('Insamling behov/idéer → Grovsållning')
    await says('kv 4 2024 → kv 1 2025 (92 dagar senare) · 15 sep. · 2024-0007')
  })

  test('shows what was merged, with the way to what it is part of', async () => {
    const part = one('A-6', { state: 'merged', mergedInto: aRef('A-2') })
    const merged = [
      entry('A-6', { key: 'A-6/merged/1', kind: 'merged', field: 'MergedInto', to: 'A-2 Lås' }),
      entry('A-2', { key: 'A-6/merged/1/other', kind: 'merged', to: 'A-6' }),
    ]
    const { history: been } = await show(<ChangesPage />, {
      items: [...all, part],
      rows: new Map<List, readonly unknown[]>([...kept, [trail, merged]]),
    })
    await says('Mellan 1 sep. och 1 okt.: 1 sammanfört.')
    await expect.element(page.getByRole('link', { name: /^Sammanförda, 10 sep\.: A-6/ })).toBeVisible()
    await page.getByRole('link', { name: 'del av A-2 Lås' }).click()
    expect(been?.at(-1)).toBe('/initiative/A-2')
    await show(<BalancePage />, { items: [...all, part] })
    await says('4 initiativ som begär ca 1,2 mnkr av utvecklingsramen.')
  })

  test('counts from when a forum last met', async () => {
    await show(<ChangesPage />)
    await page.getByRole('combobox', { name: 'Sedan' }).selectOptions('Prioriteringsforum 14 sep.')
    await says('Mellan 14 sep. och 1 okt.: 1 flyttat, 1 senare och')
  })

  test('between days the wrong way round says so', async () => {
    await show(<ChangesPage />, { path: '/changes?from=2024-09-20&to=2024-09-10' })
    await says('Från-datumet ska vara före till-datumet.')
  })

  test('a dot leads to its initiative', async () => {
    const { history: been } = await show(<ChangesPage />)
    await page.getByRole('link', { name: /^Borta, 12 sep\.: A-5/ }).click()
    expect(been?.at(-1)).toBe('/initiative/A-5')
  })

  test('more on one day than there is room for stand behind a plus, which leads to them in the list', async () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      entry('A-3', {
        kind: 'time',
        field: 'PlannedEnd',
        from: '2024-Q4',
        to: '2025-Q1',
        day: '2024-09-15',
        initiative: aRef(`M-${i}`),
      }),
    )
    const items = many.map(({ initiative }) => one(initiative.key, { stage: 'delivery' }))
    const { container } = await show(<ChangesPage />, {
      items,
      rows: new Map<List, readonly unknown[]>([...kept, [trail, many]]),
    })
    const plus = page.getByRole('button', { name: 'Senare, 15 sep.: 29 till, i listan nedanför' })
    await expect.element(plus).toBeInTheDocument()
    expect(container.querySelectorAll('[data-mark]')).toHaveLength(12)
    expect(container.querySelectorAll('[data-kind=slipped] li')).toHaveLength(25)
    plus.element().dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await expect.poll(() => document.activeElement?.closest('[data-kind=slipped]')).not.toBeNull()
    expect(container.querySelectorAll('[data-kind=slipped] li').length).toBeGreaterThan(25)
  })
})
