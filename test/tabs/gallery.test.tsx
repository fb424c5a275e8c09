/** Every shared part in every state: none is missing from the gallery, and all are accessible in each theme and language. */
import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import { GalleryPage } from '#tabs/gallery/GalleryPage.tsx'
import { screensOf } from '#tabs/gallery/screens.tsx'
import { Shown } from '#tabs/gallery/Shown.tsx'
import { type Specimen, specimensOf } from '#tabs/gallery/specimens.tsx'
import { renderScreen, settled } from './fixtures.tsx'

const themes = ['default', 'dark', 'contrast'] as const
const locales = ['sv', 'en'] as const
const specimens = specimensOf('sv')
const screens = screensOf('sv')
const nameOf = ({ part, state }: Specimen) => `${part}: ${state}`

/** Parts of parts: shown by the part they belong to. */
// Of `NetStatus`, when it has been there for a while.
const within = ['Later']

test('no component of tabs/ui is missing from the gallery', () => {
  const files = Object.keys(import.meta.glob('../../tabs/ui/**/*.tsx')).map((file) =>
    file.replace('../../tabs/ui/', '').replace('.tsx', ''),
  )
  expect(files.length).toBeGreaterThan(30)
  const shown = new Set([...specimens.map(({ part }) => part), ...within])
  expect(files.filter((file) => !shown.has(file))).toEqual([])
})

test('no row of the gallery is of a part that is gone, and none stands there twice', () => {
  const files = Object.keys(import.meta.glob('../../tabs/ui/**/*.tsx'))
  expect(specimens.filter(({ part }) => !files.includes(`../../tabs/ui/${part}.tsx`)).map(nameOf)).toEqual([])
  const names = specimens.map(nameOf)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

/** A part stands outside the page it belongs to: landmarks, one main heading and the order of headings are the page's. */
const ofThePage = ['region', 'page-has-heading-one', 'heading-order', 'landmark-main-is-top-level']
/** Side by side, parts repeat each other's ids and landmarks. */
const sideBySide = ['duplicate-id-aria', 'landmark-unique', 'landmark-no-duplicate-main']

async function violations(without: readonly string[]): Promise<string[]> {
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
  const { violations: found } = await axe.run(document.body, { rules, resultTypes: ['violations'] })
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

/** What is drawn later is there, and what moves has come to rest. */
async function drawn() {
  for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done))
  await settled()
}

describe.for(themes)('in %s', (theme) => {
  test.for(locales)('parts beside each other, in %s', { timeout: 90_000 }, async (locale) => {
    await renderScreen(<GalleryPage />, { theme, locale })
    await expect.poll(() => document.querySelectorAll('section h2').length).toBeGreaterThan(specimens.length)
    await drawn()
    expect(await violations([...ofThePage, ...sideBySide])).toEqual([])
  })

  test.for(
    [...specimens.filter(({ alone }) => alone), ...screens.filter(({ state }) => state === 'filled')].map(
      (specimen) => [nameOf(specimen), specimen] as const,
    ),
  )('%s', async ([, specimen]) => {
    await renderScreen(<Shown specimen={specimen} />, { theme, locale: theme === 'dark' ? 'en' : 'sv' })
    await drawn()
    expect(await violations(ofThePage)).toEqual([])
  })
})

describe('each part by itself, and each page in every state', () => {
  test.for(
    [...specimens.filter(({ alone }) => !alone), ...screens.filter(({ state }) => state !== 'filled')].map(
      (specimen) => [nameOf(specimen), specimen] as const,
    ),
  )('%s', async ([, specimen]) => {
    await renderScreen(<Shown specimen={specimen} />)
    await drawn()
    expect(await violations(ofThePage)).toEqual([])
  })
})
