/** Every page of the product in a state worth looking at: what the journeys of accessibility go through. */
import { aWorkbook } from '../fixtures/workbook.ts'
import type { Opened, Who } from './stand.ts'

export interface PageToSee {
  says: string
  person: Who
  route: string
  /** Brings the page into the state to be seen; resolves when it is there. */
  until: (opened: Opened) => Promise<unknown>
}

const meeting = (key: string, part: 'prepare' | 'hold' | 'minutes') =>
  `/meeting/${encodeURIComponent(key)}?part=${part}`
const initiative = (number: string) => `/initiative/${encodeURIComponent(`pf-avo.nr:${number}`)}`

export const pages: readonly PageToSee[] = [
  {
    says: 'Hem',
    person: 'homeCareManager',
    route: '/home',
    until: ({ tab }) =>
      tab
        .getByRole('link', { name: /^Se vad som saknas/ })
        .first()
        .waitFor(),
  },
  {
    says: 'a new need',
    person: 'employee',
    route: '/need/new',
    async until({ tab }) {
      await tab.getByRole('textbox', { name: 'Vad gäller det?' }).fill('Digital signering av läkemedel')
      await tab.getByRole('complementary', { name: 'Liknar detta?' }).locator('summary').first().click()
      await tab.getByRole('button', { name: 'Skicka behovet' }).click()
    },
  },
  {
    says: 'what happened to a need',
    person: 'employee',
    route: `/need/${encodeURIComponent('pf-avo.nr:3')}`,
    until: ({ tab }) => tab.getByText('Behovet fördes över från en tidigare förteckning.').waitFor(),
  },
  {
    says: 'what happened to all needs',
    person: 'employee',
    route: '/needs',
    until: ({ tab }) => tab.getByRole('table', { name: 'Per avdelning' }).waitFor(),
  },
  {
    says: 'portfolio',
    person: 'administrator',
    route: '/portfolio',
    until: ({ tab }) => tab.getByRole('row').nth(5).waitFor(),
  },
  {
    says: 'initiative, read',
    person: 'employee',
    route: initiative('1'),
    until: ({ tab }) => tab.getByRole('heading', { name: 'Historik' }).waitFor(),
  },
  {
    says: 'initiative, changed',
    person: 'developmentLead',
    route: initiative('11'),
    async until({ tab }) {
      await tab.getByRole('heading', { name: 'Kostnader och nyttor' }).click()
      await tab.getByRole('button', { name: 'Lägg till kostnad' }).click()
      await tab.getByRole('button', { name: 'Ändra Beredning' }).click()
      await tab.getByRole('textbox', { name: 'Diarienummer', exact: true }).fill('x'.repeat(256))
    },
  },
  {
    says: 'initiative, marked as confidential',
    person: 'developmentLead',
    route: initiative('12'),
    async until({ tab }) {
      const section = tab.locator('#section-confidential')
      await section.locator('summary').click()
      await section.getByRole('button', { name: 'Sekretessmarkera …' }).click()
      await section.getByText(/inte är med i gruppen/).waitFor()
    },
  },
  {
    says: 'decision dialog',
    person: 'homeCareManager',
    route: initiative('11'),
    async until({ tab }) {
      await tab.getByRole('button', { name: 'Besluta BP1' }).click()
      const dialog = tab.getByRole('alertdialog')
      await dialog.getByRole('radio', { name: 'Går vidare' }).check()
      await dialog.getByText('Inför BP1 saknas', { exact: false }).waitFor()
    },
  },
  {
    says: 'import with a plan',
    person: 'administrator',
    route: '/portfolio/import',
    async until({ tab }) {
      const buffer = Buffer.from(aWorkbook([{ name: 'Behov', rows: planned }]))
      await tab.locator('input[type=file]').setInputFiles({ name: 'behov.xlsx', mimeType: '', buffer })
      await tab.getByRole('button', { name: 'Importera 2 behov' }).waitFor()
      await tab.getByText('Kolumner', { exact: true }).click()
    },
  },
  {
    says: 'the board',
    person: 'homeCareManager',
    route: '/board',
    until: ({ tab }) => tab.getByRole('heading', { name: 'Tratten' }).waitFor(),
  },
  ...(
    [
      ['bubbles', '/bubbles', 'Bubblor'],
      ['the road map', '/roadmap', 'Färdplan'],
      ['the flow', '/flow', 'Flöde'],
      ['what units receive', '/receiving', 'Mottagande'],
      ['the balance', '/balance', 'Balans'],
      ['what has changed', '/changes', 'Ändringar'],
    ] as const
  ).map(
    ([says, route, name]): PageToSee => ({
      says,
      person: 'developmentLead',
      route,
      until: ({ tab }) => tab.getByRole('heading', { level: 1, name }).waitFor(),
    }),
  ),
  {
    says: 'follow-up',
    person: 'director',
    route: '/followUp',
    until: ({ tab }) => tab.getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    says: 'a status report',
    person: 'projectManager',
    route: `/report/${encodeURIComponent('pf-avo.nr:4')}`,
    until: ({ tab }) => tab.getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    says: 'the meetings of the forums',
    person: 'developmentLead',
    route: '/meetings',
    until: ({ tab }) => tab.getByRole('heading', { name: 'Mina forum' }).waitFor(),
  },
  {
    says: 'a forum and its year',
    person: 'developmentLead',
    route: '/forum/f-sd-ht',
    async until({ tab }) {
      await tab.getByText('ons 16 okt.', { exact: false }).first().waitFor()
      for (const fold of await tab.locator('details:not([open]) > summary').all()) await fold.click()
    },
  },
  {
    says: 'an agenda that is prepared',
    person: 'developmentLead',
    route: meeting('f-sd-ht/2024-10', 'prepare'),
    async until({ tab }) {
      await tab.getByRole('button', { name: /^Ta med alla föreslagna/ }).click()
      await tab.getByRole('list', { name: 'Dagordning', exact: true }).getByRole('listitem').nth(5).waitFor()
      await tab.getByRole('button', { name: 'Ändra Övriga frågor' }).click()
      await tab.getByRole('button', { name: 'Skicka dagordningen' }).click()
    },
  },
  {
    says: 'a meeting that is held',
    person: 'developmentLead',
    route: meeting('f-sd-ht/2024-11', 'prepare'),
    async until({ tab }) {
      await tab.getByRole('button', { name: /^Ta med alla föreslagna/ }).click()
      await tab.getByRole('list', { name: 'Dagordning', exact: true }).getByRole('listitem').nth(5).waitFor()
      await tab.getByRole('link', { name: 'Håll mötet' }).click()
      await tab.getByRole('button', { name: 'Öppna mötet' }).click()
      await tab.getByRole('button', { name: 'Alla är här' }).click()
      await tab.getByRole('button', { name: 'Ändra justerare' }).click()
      await tab.getByRole('combobox', { name: 'Utfall' }).selectOption('Återremiss')
      await tab.getByRole('combobox', { name: 'Ny åtgärd' }).fill('Therese räknar på fredag')
      await tab.getByRole('button', { name: 'Lägg till åtgärden' }).waitFor()
    },
  },
  {
    says: 'minutes that wait for their verifier',
    person: 'homeCareManager',
    route: meeting('M-SDHT-2024-09', 'minutes'),
    async until({ tab }) {
      await tab.getByRole('button', { name: 'Lämna tillbaka med synpunkter' }).click()
      await tab.getByRole('heading', { name: '§ 52', exact: false }).waitFor()
    },
  },
  {
    says: 'minutes that are verified',
    person: 'developmentLead',
    route: meeting('M-SDHT-2024-08', 'minutes'),
    async until({ tab }) {
      await tab.getByRole('button', { name: /^Rätta/ }).click()
      await tab.getByRole('button', { name: 'Skicka rättelsen' }).waitFor()
    },
  },
  {
    says: 'the register of decisions',
    person: 'employee',
    route: '/decisions',
    until: ({ tab }) => tab.getByRole('row').nth(5).waitFor(),
  },
  {
    says: 'the list of actions',
    person: 'developmentLead',
    route: '/actions',
    async until({ tab }) {
      await tab.getByRole('combobox').first().selectOption('all')
      await tab.getByRole('listitem').nth(3).waitFor()
    },
  },
  {
    says: 'how a department stands',
    person: 'homeCareManager',
    route: '/department/u-avo-ht',
    until: ({ tab }) => tab.getByRole('heading', { level: 2 }).nth(2).waitFor(),
  },
  {
    says: 'a director’s brief',
    person: 'director',
    route: `/brief/${encodeURIComponent('f-ssg/2024-11')}`,
    until: ({ tab }) => tab.getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    says: 'the ranking of a forum',
    person: 'director',
    route: '/prioritise?forum=f-pf',
    until: ({ tab }) => tab.getByRole('combobox', { name: 'Forum' }).waitFor(),
  },
  {
    says: 'what a forum has scored',
    person: 'director',
    route: '/prioritise/scores?forum=f-pf',
    until: ({ tab }) => tab.getByRole('combobox', { name: 'Forum' }).waitFor(),
  },
  {
    says: 'what a forum ranks by',
    person: 'director',
    route: '/prioritise/criteria?forum=f-pf',
    until: ({ tab }) => tab.getByRole('combobox', { name: 'Forum' }).waitFor(),
  },
  {
    says: 'what a forum has tried',
    person: 'director',
    route: '/prioritise/scenarios?forum=f-pf',
    until: ({ tab }) => tab.getByRole('combobox', { name: 'Forum' }).waitFor(),
  },
  {
    says: 'a forum that sits to prioritise',
    person: 'director',
    route: '/prioritise/session?forum=f-pf&question=order',
    async until({ tab }) {
      await tab.getByRole('heading', { name: 'Besluta rangordningen 2025' }).waitFor()
      await tab
        .getByRole('button', { name: /^Flytta / })
        .first()
        .click()
    },
  },
  {
    says: 'settings',
    person: 'administrator',
    route: '/settings',
    until: ({ tab }) => tab.getByRole('heading', { level: 1 }).waitFor(),
  },
  {
    says: 'an initiative in a channel',
    person: 'employee',
    route: `/channel/${encodeURIComponent('pf-avo.nr:11')}`,
    until: ({ tab }) => tab.getByRole('heading').first().waitFor(),
  },
  {
    says: 'what a channel is to show',
    person: 'administrator',
    route: '/configure',
    until: ({ tab }) => tab.getByRole('heading').first().waitFor(),
  },
  {
    says: 'beside the call',
    person: 'developmentLead',
    route: '/panel/f-sd-ht',
    until: ({ tab }) => tab.getByRole('heading').first().waitFor(),
  },
  {
    says: 'what somebody may do',
    person: 'administrator',
    route: '/settings/rights',
    until: ({ tab }) => tab.getByRole('table').first().waitFor(),
  },
  {
    says: 'what one is reminded of',
    person: 'employee',
    route: '/reminders',
    until: ({ tab }) => tab.getByRole('checkbox').first().waitFor(),
  },
  {
    says: 'what the bot has sent',
    person: 'administrator',
    route: '/settings/dispatch',
    until: ({ tab }) => tab.getByRole('heading', { name: 'Utskick' }).waitFor(),
  },
  {
    says: 'not found',
    person: 'employee',
    route: '/nowhere',
    until: ({ tab }) => tab.getByText('Sidan finns inte.', { exact: false }).waitFor(),
  },
]
const planned = [
  ['Nr', 'Behov', 'Avdelning', 'Fas', 'Kostnad'],
  [1, 'Ettmycketlångtordsomintegårattbrytaellerläsa'.repeat(2), 'Hemtjänst', 'Ny', '150-300 tkr'],
  [2, 'E-signering', 'Okänd avdelning', 'Vet inte', '?'],
]
