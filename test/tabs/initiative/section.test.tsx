/** A section of the initiative page: what is changed is sent field by field, and two versions of a field are both shown. */
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Initiative } from '#src/lists/initiatives.ts'
import { Section } from '#tabs/initiative/Section.tsx'
import { sections } from '#tabs/initiative/sections.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { type Act, held, renderScreen, violations } from '../fixtures.tsx'
import { initiatives } from '#src/lists/initiatives.ts'

const saved = anInitiative({ need: 'Nycklar kommer bort', benefit: 'Färre resor' })

function Shown({ initiative = saved, mayEdit = true }: { initiative?: Initiative; mayEdit?: boolean }) {
  const [opened, setOpened] = useState(false)
  return (
    <main>
      <h1>{initiative.title}</h1>
      <Section
        section={sections.need}
        initiative={initiative}
        mayEdit={mayEdit}
        asked={new Set(['contact'])}
        opened={opened}
        field={undefined}
        setOpened={setOpened}
      />
    </main>
  )
}

const show = (act: Act = () => ({ done: {} }), props: Parameters<typeof Shown>[0] = {}) => {
  const asked: Parameters<Act>[0][] = []
  const counting: Act = (one) => {
    asked.push(one)
    return act(one)
  }
  return renderScreen(<Shown {...props} />, { items: [held(initiatives, [saved])], act: counting }).then(
    (shown) => ({ ...shown, asked }),
  )
}
const open = () => page.getByRole('button', { name: 'Ändra Behov och nytta' }).click()
const benefit = () => page.getByRole('textbox', { name: 'Nytta' })
const save = () => page.getByRole('button', { name: 'Spara' })

describe('reading', () => {
  test('what is filled in is shown, and what the next gate asks for; the rest is left out', async () => {
    await show()
    await expect.element(page.getByText('Nycklar kommer bort')).toBeVisible()
    await expect.element(page.getByText('Kontaktperson')).toBeVisible()
    expect(page.getByText('System och kopplingar').elements()).toEqual([])
  })

  test('whoever may not change it sees no button', async () => {
    await show(undefined, { mayEdit: false })
    expect(page.getByRole('button').elements()).toEqual([])
  })

  test('what the workbook said and nobody understood is told as that', async () => {
    await show(undefined, {
      initiative: { ...saved, contactAsWritten: 'Kalle på HT' },
    })
    await expect.element(page.getByText('Enligt underlaget: Kalle på HT')).toBeVisible()
  })
})

describe('changing', () => {
  test('only the fields that changed are sent, with what they were', async () => {
    const { asked } = await show()
    await open()
    await benefit().fill('Tryggare')
    await save().click()
    await expect.element(page.getByRole('button', { name: 'Ändra Behov och nytta' })).toHaveFocus()
    expect(asked.map(({ name, args }) => ({ name, args }))).toEqual([
      {
        name: 'prepareInitiative',
        args: { initiative: saved.key, changes: { benefit: 'Tryggare' }, base: { benefit: 'Färre resor' } },
      },
    ])
  })

  test('nothing is sent when nothing was changed', async () => {
    const { asked } = await show()
    await open()
    await benefit().fill('Annat')
    await benefit().fill('Färre resor')
    await save().click()
    await expect.element(page.getByRole('button', { name: 'Ändra Behov och nytta' })).toBeVisible()
    expect(asked).toEqual([])
  })

  test('a refusal is a sentence, and what was written stays', async () => {
    await show(() => ({ refusals: [{ why: 'notYourTask', roles: ['developmentLead'] }] }))
    await open()
    await benefit().fill('Tryggare')
    await save().click()
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent('Du har inte rätt att göra det här. Det görs av utvecklingsledare.')
    await expect.element(benefit()).toHaveValue('Tryggare')
  })
})

describe('someone else was first', () => {
  const conflict: Act = ({ args }) => {
    const { base } = args as { base: { benefit?: string } }
    return base.benefit === 'Deras text'
      ? { done: {} }
      : {
          refusals: [
            {
              why: 'changedByOther',
              by: { id: 'p', name: 'Åsa Lindevall' },
              fields: [{ field: 'benefit', mine: 'Min text', theirs: 'Deras text' }],
            },
          ],
        }
  }
  const meet = async () => {
    const shown = await show(conflict)
    await open()
    await benefit().fill('Min text')
    await save().click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    return shown
  }

  test('both texts are shown, and saving waits for a choice', async () => {
    const { container } = await meet()
    const alert = page.getByRole('alert')
    await expect.element(alert).toMatchTextContent('Åsa Lindevall har ändrat samma uppgift')
    await expect.element(alert).toMatchTextContent(/Din text.*Min text.*Sparad text.*Deras text/)
    await expect.element(save()).toHaveAttribute('aria-disabled', 'true')
    expect(await violations(container)).toEqual([])
  })

  test('mine is saved over theirs, on purpose', async () => {
    const { asked } = await meet()
    await page.getByRole('button', { name: 'Använd min' }).click()
    await save().click()
    await expect.element(page.getByRole('button', { name: 'Ändra Behov och nytta' })).toBeVisible()
    expect(asked.at(-1)?.args).toMatchObject({
      changes: { benefit: 'Min text' },
      base: { benefit: 'Deras text' },
    })
  })

  test('theirs is kept, and nothing more is sent', async () => {
    const { asked } = await meet()
    await page.getByRole('button', { name: 'Behåll den sparade' }).click()
    await save().click()
    await expect.element(page.getByRole('button', { name: 'Ändra Behov och nytta' })).toBeVisible()
    expect(asked).toHaveLength(1)
  })
})
