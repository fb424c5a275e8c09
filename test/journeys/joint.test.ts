/** One initiative of six administrations: each stands behind it, the joint team decides BP2, each director BP3 for their own. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { benefits, costItems } from '#src/lists/businessCase.ts'
import { decisions } from '#src/lists/decisions.ts'
import { type InitiativeDraft, initiatives } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import { type ActionArgs, type ActionName, runAction } from '#src/actions/index.ts'
import { entraIdOf } from '#scripts/demo/installation.ts'
import { type Opened, setUpStand, type Stand, who, type Who } from './stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand()
  await shareANeed()
})
afterAll(() => stand.close())
afterEach(() => stand.closePages())

const KEY = 'shared-by-six'
const TITLE = 'Gemensam ledsagning med digitalt stöd'
const directors = {
  director: 'u-avo',
  disabilityDirector: 'u-ffs',
  centreDirector: 'u-sfc',
  northEastDirector: 'u-sfno',
  southDirector: 'u-sfso',
  westDirector: 'u-sfva',
} as const satisfies Partial<Record<Who, string>>
const [first, ...others] = Object.keys(directors) as [keyof typeof directors, ...(keyof typeof directors)[]]
const last = others.at(-1) ?? first
const between = others.slice(0, -1)

const shared = async () => {
  const item = await stand.store.byKey(initiatives, KEY)
  if (!item) throw new Error('The shared initiative is gone')
  return item
}
const decided = (matter: string) =>
  stand.store
    .where(decisions, { column: 'initiative', value: KEY })
    .then((rows) => rows.filter((row) => row.matter === matter))
const caseNumberOf = (person: keyof typeof directors) => `N${directors[person].slice(2)}-0042/24`

test('six administrations stand behind it, each by somebody of its own', async () => {
  const { tab } = await open(first)
  await tab.getByRole('button', { name: /^Ställ dig bakom för Äldre samt/ }).click()
  await tab.getByText(/^Förankringen för Äldre samt .* är sparad\.$/).waitFor()
  expect(await tab.getByRole('button', { name: /^Ställ dig bakom/ }).count()).toBe(0)
  for (const person of others) await act(person, 'endorse', { initiative: KEY, party: directors[person] })
  expect((await shared()).endorsements?.map(({ unit }) => unit.key).toSorted()).toEqual(
    Object.values(directors).toSorted(),
  )
})

test('the joint team decides BP2 for all of them', async () => {
  const { tab } = await open('jointManager')
  await tab.getByRole('button', { name: 'Besluta BP2' }).click()
  const dialog = tab.getByRole('alertdialog', { name: 'Besluta BP2' })
  await dialog.getByRole('button', { name: 'Fatta beslutet' }).click()
  await tab.getByRole('heading', { name: 'Nästa beslut: BP3' }).waitFor()
  expect((await shared()).stage).toBe('preparation')
})

test('each director decides BP3 under a case number of their own, and the last one settles it', async () => {
  await decideBp3(first)
  await expect.poll(async () => (await decided('BP3')).length).toBe(1)
  for (const person of between) {
    await act(person, 'decideGate', {
      initiative: KEY,
      gate: 'BP3',
      outcome: 'waitingList',
      wording: 'Vi är med.',
      caseNumber: caseNumberOf(person),
    })
  }
  expect((await shared()).stage).toBe('preparation')
  await decideBp3(last)
  await expect.poll(async () => (await shared()).stage).toBe('ready')
  const made = await decided('BP3')
  expect(Object.fromEntries(made.map(({ party, caseNumber }) => [party?.key, caseNumber]))).toEqual(
    Object.fromEntries([first, ...others].map((person) => [directors[person], caseNumberOf(person)])),
  )
  expect(new Set(made.map(({ number }) => number)).size).toBe(6)
})

test('any employee reads the seven decisions, each with its authority', async () => {
  const { tab } = await open('employee')
  await tab.getByRole('heading', { name: 'Beslut', exact: true }).click()
  await expect.poll(() => tab.getByText(/· BP3: /).count()).toBe(6)
  expect(await tab.getByText(/· BP2: /).count()).toBe(1)
  for (const person of [first, last]) await tab.getByText(caseNumberOf(person), { exact: false }).waitFor()
  const decide = tab.locator('button:not([aria-disabled=true])', { hasText: /^Besluta/ })
  expect(await decide.count()).toBe(0)
})

async function decideBp3(person: keyof typeof directors) {
  const { page, tab } = await open(person)
  await tab.getByRole('button', { name: 'Besluta BP3' }).click()
  const dialog = tab.getByRole('alertdialog', { name: 'Besluta BP3' })
  await dialog.getByRole('textbox', { name: 'Diarienummer' }).fill(caseNumberOf(person))
  await dialog.getByRole('button', { name: 'Fatta beslutet' }).click()
  await tab.getByText(/^Beslut 2024-\d{4} är fattat\./).waitFor()
  await page.close()
}

async function open(person: Who): Promise<Opened> {
  const opened = await stand.open(person, { route: `/initiative/${KEY}` })
  await opened.tab.getByRole('heading', { name: TITLE, level: 1 }).waitFor()
  return opened
}

/** What others than those shown do, asked for as their tabs would. */
function act<N extends ActionName>(person: Who, name: N, args: ActionArgs<N>) {
  const id = entraIdOf(who[person])
  const me = { id, name: stand.tenant.control.people().find((p) => p.id === id)?.displayName ?? '' }
  const work = { store: stand.store, today: '2024-10-01', me, key: crypto.randomUUID(), seen: {} }
  return runAction(work, name, args)
}

/** Filled in for BP2 and BP3, but for what the six say themselves. */
async function shareANeed() {
  const all = new Map((await stand.store.all(units)).map(({ key, title }) => [key, { key, title }]))
  const concernedUnits = Object.values(directors).flatMap((key) => all.get(key) ?? [])
  const lead = { id: entraIdOf(who.developmentLead), name: 'Åsa Lindevall' }
  const draft: InitiativeDraft = {
    key: KEY,
    title: TITLE,
    number: 'ÄVO-2024-900',
    stage: 'screening',
    state: 'active',
    stageSince: '2024-09-01',
    portfolio: { key: 'pf-avo', title: 'ÄVO projektportfölj' },
    need: 'Den som inte hittar själv blir hemma.',
    benefit: 'Fler kommer ut.',
    contact: lead,
    concernedUnits,
    scope: 'shared',
    similarChecked: 'none',
    type: 'rollout',
    legal: 'no',
    caseNumber: 'N161-0900/24',
    union: 'agreed',
    unionGroup: 'FÖS',
    unionDay: '2024-09-10',
    description: 'Fördjupning',
    consequences: 'Konsekvenser',
    operation: 'Förvaltningens support',
    informationClass: 'moderate',
    personalData: 'yes',
    dependenciesChecked: 'none',
    effectOwner: lead,
    projectOwner: lead,
    financingShares: concernedUnits.map((party, i) => ({ party, percent: i < 4 ? 17 : 16 })),
    ...(concernedUnits[0] && { unit: concernedUnits[0], payer: concernedUnits[0] }),
  }
  await stand.store.create(initiatives, draft)
  const initiative = { key: KEY, title: TITLE }
  const year = 2025
  await stand.store.create(costItems, {
    key: `${KEY}-cost`,
    title: 'Leverantör',
    initiative,
    kind: 'supplier',
    year,
    amountKr: 900_000,
  })
  await stand.store.create(benefits, {
    key: `${KEY}-benefit`,
    title: 'Färre ledsagade resor',
    initiative,
    kind: 'redistributedTime',
    owner: lead,
  })
}
