/** The page of a status report as tests show it: work that runs, and what was reported in August. */
import { page } from 'vitest/browser'
import { type StatusReport, statusReports } from '#src/lists/followUp.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { ReportPage } from '#tabs/followUp/ReportPage.tsx'
import { anInitiative, type Given } from '#test/fixtures/initiatives.ts'
import { aPerson } from '#test/fixtures/organisation.ts'
import { aPoint, aReport } from '#test/fixtures/reports.ts'
import { type Act, held, renderScreen } from '#test/tabs/fixtures.tsx'

const running: Given<Initiative> = {
  stage: 'delivery',
  stageSince: '2024-02-01',
  projectManager: aPerson('me', 'Jag Själv'),
}
export const august = aReport({
  month: '2024-08',
  quality: 'yellow',
  forecastKr: 900_000,
  spentKr: 400_000,
  allocationKr: 1_000_000,
  changed: 'Två enheter igång',
  next: 'Utbildning',
  risks: [
    { text: 'Avtalet löper ut', level: 'medium' },
    { text: 'Gammalt', level: 'low', closed: true },
  ],
})

export interface Shown {
  initiative?: Given<Initiative>
  reports?: StatusReport[]
  points?: ReturnType<typeof aPoint>[]
  month?: string
  act?: Act
  theme?: 'default' | 'dark' | 'contrast'
  locale?: 'sv' | 'en'
}
export function show({ initiative = {}, reports = [august], points = [], month, act, ...rest }: Shown = {}) {
  const rows = new Map<unknown, unknown[]>([[statusReports, reports]])
  return renderScreen(<ReportPage id='i-1' />, {
    items: [held(initiatives, [anInitiative({ ...running, ...initiative })])],
    store: {
      where: <L extends List>(list: L) =>
        Promise.resolve((rows.get(list) ?? (list.name === 'ProjectPoints' ? points : [])) as never),
    },
    path: `/report/i-1${month ? `?month=${month}` : ''}`,
    ...(act && { act }),
    ...rest,
  })
}

const group = (name: string) => page.getByRole('group', { name })
export const light = (aspect: string, name: string) => group(aspect).getByRole('radio', { name })
export const field = (name: string) => page.getByRole('textbox', { name })
export const send = () => page.getByRole('button', { name: 'Skicka rapporten' }).click()
