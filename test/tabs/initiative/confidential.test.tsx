/** Sekretess on the initiative's page: what it says, marking by a section of law, who stops reading, and lifting. */
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { GraphError } from '#src/graph/errors.ts'
import { toCsv } from '#src/export/csv.ts'
import { swedish } from '#src/text/swedish.ts'
import type { Asked } from '#tabs/queue.ts'
import { Card } from '#tabs/board/Card.tsx'
import { Confidential } from '#tabs/initiative/Confidential.tsx'
import { Documents } from '#tabs/initiative/Documents.tsx'
import { exportedTable } from '#tabs/portfolio/tools/exported.ts'
import { cellText } from '#tabs/ui/portfolioView/values.ts'
import { anInitiative, aPreparation } from '../../fixtures/initiatives.ts'
import { aPerson } from '../../fixtures/organisation.ts'
import { type Answered, type Given, held, renderScreen, violations } from '../fixtures.tsx'

const contact = aPerson('anna', 'Anna Kontakt')
const manager = aPerson('per', 'Per Projektledare')
const marked: Partial<Initiative> = {
  confidential: true,
  confidentialBasis: '19 kap. 3 §',
  confidentialOn: '2024-09-12',
  confidentialBy: aPerson('lead', 'Åsa Utvecklingsledare'),
  confidentialReason: 'Anbuden skyddas tills leverantören är vald.',
}
const twins = { id: 'site', listIds: { ConfidentialInitiatives: 'x' }, confidentialGroup: 'group' }

interface Around {
  initiative?: Partial<Initiative>
  roles?: 'developmentLead'[]
  members?: string[] | 'unknown'
  site?: { id: string; listIds: Record<string, string> }
  answer?: Answered
  asked?: Asked[]
}

function around({
  initiative: values = {},
  roles = ['developmentLead'],
  members = ['per'],
  site = twins,
  answer = { done: {} },
  asked = [],
  ...given
}: Around & Given = {}) {
  const initiative = anInitiative({ contact, projectManager: manager, ...values })
  const preparation = aPreparation({ initiative })
  const whole = {
    initiative,
    complete: true,
    costItems: [],
    benefits: [],
    decisions: [],
    trail: [],
    atMeetings: [],
    preparation,
  }
  const options: Given = {
    readsConfidential: true,
    act: (what) => {
      asked.push(what)
      return answer
    },
    store: {
      site,
      graph: <T,>() =>
        members === 'unknown'
          ? Promise.reject(new GraphError({ status: 403, code: 'Authorization_RequestDenied', message: '' }))
          : Promise.resolve({ value: members.map((id) => ({ id })) } as T),
    },
    ...given,
  }
  return { whole, roles, options, asked }
}
async function show(given: Around & Given = {}) {
  const { whole, roles, options, asked } = around(given)
  const shown = await renderScreen(
    <main>
      <h1>Larm</h1>
      <Confidential whole={whole} roles={roles} />
    </main>,
    options,
  )
  return { ...shown, asked }
}
const unfold = () => page.getByRole('heading', { name: /Sekretess|Confidentiality/ }).click()
const button = (name: string | RegExp) => page.getByRole('button', { name })

describe('an initiative that all staff read', () => {
  test('is marked by section and reason; a common section is proposed, and what happens is said first', async () => {
    const { asked, container } = await show()
    await unfold()
    await expect.element(page.getByText('Initiativet läses av alla medarbetare.')).toBeVisible()
    await button('Sekretessmarkera …').click()
    await expect.element(page.getByText(/visar bara numret/)).toBeVisible()
    await expect.element(page.getByText(/Säkerhetsskyddsklassificerade/)).toBeVisible()
    const options = [...container.querySelectorAll('datalist option')].map((o) => o.getAttribute('value'))
    expect(options).toContain('19 kap. 3 §')
    await button('Sekretessmarkera').click()
    await expect.element(page.getByLabelText(/Sekretess enligt/)).toHaveFocus()
    expect(asked).toEqual([])
    await page.getByLabelText(/Sekretess enligt/).fill('19 kap. 3 §')
    await page.getByLabelText(/^Skäl/).fill('Upphandling pågår')
    expect(await violations(container)).toEqual([])
    await button('Sekretessmarkera').click()
    await expect.element(page.getByRole('status')).toMatchTextContent(/är sekretessmarkerat/)
    await expect.element(page.getByRole('status')).toHaveFocus()
    expect(asked).toMatchObject([
      { name: 'markConfidential', args: { basis: '19 kap. 3 §', reason: 'Upphandling pågår' } },
    ])
  })

  test.for([
    {
      says: 'who is in the group is known',
      members: ['per'],
      told: /Slutar kunna läsa initiativet:/,
      named: ['Anna Kontakt'],
    },
    {
      says: 'the tab may not know who is in the group',
      members: 'unknown' as const,
      told: /om de inte är med i gruppen/,
      named: ['Anna Kontakt', 'Per Projektledare'],
    },
    { says: 'all are in the group', members: ['per', 'anna'], told: /läser det även sedan/, named: [] },
  ])('names who stops reading it before it is sent: $says', async ({ members, told, named }) => {
    await show({ members })
    await unfold()
    await button('Sekretessmarkera …').click()
    await expect.element(page.getByText(told)).toBeVisible()
    const names = page.getByRole('listitem').elements()
    expect(names.map((item) => item.textContent)).toEqual(named)
  })

  test('names needs that are part of it and are not marked along', async () => {
    const whole = anInitiative()
    const part = anInitiative({
      key: 'part',
      number: 'T-9',
      title: 'Larm i Norr',
      state: 'merged',
      mergedInto: { key: whole.key, title: whole.title },
    })
    await show({ items: [held(initiatives, [part])] })
    await unfold()
    await button('Sekretessmarkera …').click()
    await expect.element(page.getByText(/markeras inte: T-9 Larm i Norr/)).toBeVisible()
  })

  test.for([
    {
      says: 'the site has no confidential lists',
      given: { site: { id: 'site', listIds: {} } },
      why: /CONFIDENTIAL_GROUP_ID/,
    },
    {
      says: 'the person is not in the group',
      given: { readsConfidential: false },
      why: /gruppen för sekretess/,
    },
  ])('says what stands in the way, with no button: $says', async ({ given, why }) => {
    await show(given)
    await unfold()
    await expect.element(page.getByRole('alert')).toMatchTextContent(why)
    expect(page.getByRole('button').elements()).toEqual([])
  })

  test('says nothing of it to whoever may not mark', async () => {
    await show({ roles: [] })
    expect(page.getByRole('heading', { name: 'Sekretess' }).elements()).toEqual([])
  })

  test('a refusal is shown in the form, and what was written stays', async () => {
    await show({ answer: { refusals: [{ why: 'documentsOpen', names: ['Anbud.docx'] }] } })
    await unfold()
    await button('Sekretessmarkera …').click()
    await page.getByLabelText(/Sekretess enligt/).fill('19 kap. 3 §')
    await page.getByLabelText(/^Skäl/).fill('Upphandling')
    await button('Sekretessmarkera').click()
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Anbud\.docx/)
    await expect.element(page.getByLabelText(/^Skäl/)).toHaveValue('Upphandling')
  })

  test('without net it says that it is read as before', async () => {
    await show({ answer: 'offline' })
    await unfold()
    await button('Sekretessmarkera …').click()
    await page.getByLabelText(/Sekretess enligt/).fill('19 kap. 3 §')
    await page.getByLabelText(/^Skäl/).fill('Upphandling')
    await button('Sekretessmarkera').click()
    await expect.element(page.getByRole('status')).toMatchTextContent(/väntar på nät/)
  })
})

describe('one that is confidential', () => {
  test.for([
    { locale: 'sv', theme: 'default' },
    { locale: 'sv', theme: 'dark' },
    { locale: 'en', theme: 'contrast' },
  ] as const)('says section, day, who, why and that disclosure is tried ($locale, $theme)', async (look) => {
    const { container } = await show({ initiative: marked, ...look })
    await expect.element(page.getByText(/19 kap\. 3 §/)).toMatchTextContent(/Åsa Utvecklingsledare/)
    await expect.element(page.getByText(/Anbuden skyddas/)).toBeVisible()
    await expect.element(page.getByText(/begäran om utlämnande|request for disclosure/)).toBeVisible()
    await button(/Häv sekretessen …|Lift confidentiality …/).click()
    await expect.element(page.getByRole('textbox')).toBeVisible()
    expect(await violations(container)).toEqual([])
  })

  test('is lifted by keyboard with a reason, and not without', async () => {
    const { asked } = await show({ initiative: marked })
    ;(button('Häv sekretessen …').element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByLabelText(/Varför sekretessen hävs/)).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(asked).toEqual([])
    await userEvent.keyboard('Avtalet är tecknat{Enter}')
    await expect.element(page.getByRole('status')).toMatchTextContent(/Sekretessen är hävd/)
    expect(asked).toMatchObject([{ name: 'liftConfidential', args: { reason: 'Avtalet är tecknat' } }])
  })

  test('is read by who may not change it, without buttons', async () => {
    await show({ initiative: marked, roles: [] })
    await expect.element(page.getByText(/19 kap\. 3 §/)).toBeVisible()
    expect(page.getByRole('button').elements()).toEqual([])
  })

  test('takes no documents, and says why', async () => {
    const { whole, options } = around({ initiative: marked, members: [] })
    await renderScreen(<Documents whole={whole} mayEdit />, options)
    await page.getByRole('heading', { name: 'Dokument' }).click()
    await expect.element(page.getByRole('note')).toMatchTextContent(/läses av alla medarbetare/)
    expect(page.getByRole('button').elements()).toEqual([])
  })

  test('carries its mark in words in the table, on paper, on its card and in a file whatever its columns', async () => {
    const { whole, options } = around({ initiative: marked })
    const { initiative } = whole
    const wording = { words: swedish, today: '2024-10-01', departments: new Map() }
    expect(cellText('title', initiative, wording)).toMatch(/Sekretess · /)
    const csv = toCsv(exportedTable([initiative], ['number'], wording))
    expect(csv).toMatch(/Sekretess enligt/)
    expect(csv).toMatch(/19 kap\. 3 §/)
    const open = exportedTable([anInitiative()], ['number'], wording)
    expect(open.columns).toHaveLength(1)
    await renderScreen(
      <ul>
        <Card
          card={initiative}
          process='behovsprocessen'
          tree={whole.preparation.tree}
          dependencies={[]}
          from='/board'
          reachable
        />
      </ul>,
      options,
    )
    await expect.element(page.getByText(/Sekretess/)).toBeVisible()
  })
})
