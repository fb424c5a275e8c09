/** The table of the portfolio as tests show it: three initiatives, a lead, and a server that writes what it is asked. */
import { expect } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { people, type PersonRow } from '#src/lists/organisation.ts'
import { PortfolioPage } from '#tabs/portfolio/PortfolioPage.tsx'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { type Act, type Given, held, renderScreen } from '#test/tabs/fixtures.tsx'

const titles = ['Digitala lås', 'Öppna data', 'Ärendestöd']
export const rows: Initiative[] = titles.map((title, i) =>
  anInitiative({
    key: `i-${i}`,
    id: String(i),
    number: `ÄVO-2024-00${i + 1}`,
    title,
    stage: i === 0 ? 'collection' : 'preparation',
    unit: { key: 'u', title: i === 2 ? 'Måltid' : 'Hemtjänst' },
    costHighKr: 100_000 * (i + 1),
    stageSince: '2024-09-01',
    type: i === 1 ? 'prestudy' : undefined,
  }),
)
export const lead: PersonRow = {
  key: 'p-me',
  id: '1',
  version: '"1"',
  title: 'Jag Själv',
  person: { id: 'me', name: 'Jag Själv' },
  roles: ['developmentLead'],
}
export const show = (given: Given = {}) =>
  renderScreen(<PortfolioPage />, {
    items: [held(initiatives, rows), held(people, [lead])],
    path: '/portfolio',
    ...given,
  })

/** A server that writes what it is asked, and remembers. */
export function aServer(refuse?: (key: string) => boolean) {
  const asked: { name: string; args: unknown }[] = []
  const written = (initiative: string, changes: object) => ({
    ...(rows.find(({ key }) => key === initiative) as Initiative),
    ...changes,
  })
  const act: Act = ({ name, args }) => {
    asked.push({ name, args })
    const {
      initiative,
      changes,
      rows: many,
    } = args as {
      initiative: string
      changes: object
      rows?: { initiative: string; changes: object }[]
    }
    if (!many) return { done: { initiatives: [written(initiative, changes)] } }
    const taken = many.filter((one) => !refuse?.(one.initiative))
    return {
      done: {
        initiatives: taken.map((one) => written(one.initiative, one.changes)),
        left: many
          .filter((one) => refuse?.(one.initiative))
          .map((one) => ({ key: one.initiative, refusals: [{ why: 'archived' as const }] })),
      },
    }
  }
  return { act, asked }
}

export const row = (title: string) => page.getByRole('row', { name: new RegExp(title) })
export const cell = (title: string, i: number) => row(title).getByRole('gridcell').nth(i)
export const press = (keys: string) => userEvent.keyboard(keys)
export const at = () => [
  document.activeElement?.closest('[data-line]')?.getAttribute('data-line'),
  document.activeElement?.getAttribute('data-cell'),
]
export const first = async () => {
  await expect.element(row('Digitala lås')).toBeVisible()
  row('Digitala lås').element().focus()
}
