/** Every card, with the longest that it can hold: small enough to be sent, few buttons, and readable by everybody. */
import { readFileSync } from 'node:fs'
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Page } from 'playwright'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChromium } from '#scripts/browser.ts'
import * as enCore from '#src/text/en/core.ts'
import { subjects as enSubjects } from '#src/text/en/subjects.ts'
import { enVocabulary } from '#src/text/enVocabulary.ts'
import * as svCore from '#src/text/sv/core.ts'
import { subjects as svSubjects } from '#src/text/sv/subjects.ts'
import { svVocabulary } from '#src/text/vocabulary.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { type Drawn, everyCard } from './everyCard.ts'
import { buttonsOf } from './talking.ts'

/** Texts about the limit differ between 28 and 100 KB; the message round the card is counted too. */
const MOST_BYTES = 25_000
const MOST_BUTTONS = 6
/** On one page: looking through it costs as much for one as for many. */
const TOGETHER = 20

let stand: Stand
let swedish: Drawn[]
let drawn: Drawn[]
beforeAll(async () => {
  stand = await setUpStand('city')
  swedish = await everyCard(stand, 'sv')
  drawn = [...swedish, ...(await everyCard(stand, 'en'))]
}, 180_000)
afterAll(() => stand.close())

const faulty = (fault: (card: IAdaptiveCard) => unknown) =>
  drawn.flatMap(({ says, card }) => {
    const found = fault(card)
    return found ? [`${says}: ${String(found)}`] : []
  })

test('there are cards to look at', () => {
  expect(drawn.length).toBeGreaterThan(100)
})

test('none is larger than 25 KB', () => {
  const size = (card: IAdaptiveCard) => Buffer.byteLength(JSON.stringify(card))
  expect(faulty((card) => size(card) >= MOST_BYTES && size(card))).toEqual([])
})

test('none shows more than six buttons', () => {
  expect(faulty((card) => buttonsOf(card).length > MOST_BUTTONS && buttonsOf(card).join())).toEqual([])
})

test('each says in one sentence what it is about, and in which language', () => {
  expect(faulty(({ fallbackText, lang, version }) => !fallbackText || !lang || version !== '1.5')).toEqual([])
})

test('none in English says anything in Swedish', async () => {
  const phrases = await sentencesOf(svCore, svSubjects)
  const english = new Map(await sentencesOf(enCore, enSubjects))
  const words = Object.entries(svVocabulary).flatMap(([set, swedishWords]) =>
    Object.entries(swedishWords).filter(
      ([key, word]) => (enVocabulary as Record<string, Record<string, string>>)[set]?.[key] !== word,
    ),
  )
  const said = new Set(
    [...phrases.filter(([key, sentence]) => english.get(key) !== sentence), ...words]
      .map(([, sentence]) => sentence)
      .filter((sentence) => !sentence.includes('{')),
  )
  const textsOf = ({ card }: Drawn) =>
    [...JSON.stringify(card).matchAll(/"(?:text|title|label|placeholder|errorMessage)":"([^"]*)"/g)].map(
      ([, text = '']) => text,
    )
  const inSwedish = swedish.flatMap(textsOf).filter((text) => said.has(text))
  expect(new Set(inSwedish).size).toBeGreaterThan(50)
  const inEnglish = drawn.slice(swedish.length)
  expect(inEnglish.flatMap((one) => textsOf(one).filter((text) => said.has(text)))).toEqual([])
})

test('what people wrote stands only where no markdown is read', () => {
  const blocks = ({ body }: IAdaptiveCard) =>
    [...JSON.stringify(body).matchAll(/\{"type":"(?:TextBlock|FactSet)"[^}]*/g)].map(([block]) => block)
  expect(drawn.flatMap(({ card }) => blocks(card)).length).toBeGreaterThan(100)
  expect(faulty((card) => blocks(card).find((block) => /Åtgärdsplan|evil|Här står/.test(block)))).toEqual([])
  expect(faulty(({ fallbackText }) => fallbackText?.includes(']('))).toEqual([])
})

test('links lead to the tab only', () => {
  const links = drawn.flatMap(({ card }) =>
    [...JSON.stringify(card).matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url),
  )
  expect(links.length).toBeGreaterThan(50)
  expect(links.filter((url) => !url?.startsWith('https://tab.example/'))).toEqual([])
})

test('each reads well in light and dark, at 320 pixels too, and the renderer has nothing to say against it', async () => {
  const chromium = await startChromium()
  try {
    const page = await chromium.context.newPage()
    await openRenderer(page)
    const found: string[] = []
    for (let at = 0; at < swedish.length; at += TOGETHER)
      for (const theme of ['default', 'dark'])
        found.push(...(await faultsIn(page, swedish.slice(at, at + TOGETHER), theme)))
    expect(found).toEqual([])
  } finally {
    await chromium.close()
  }
}, 180_000)

type Sentences = { sentences: Record<string, string> }

async function sentencesOf(core: Sentences, subjects: Record<string, () => Promise<Sentences>>) {
  const others = await Promise.all(Object.values(subjects).map((load) => load()))
  return [core, ...others].flatMap(({ sentences }) => Object.entries(sentences))
}

/** A page with nothing but the host's own renderer. */
async function openRenderer(page: Page): Promise<void> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'scripts/tenant/teamsHost/cards/render.ts', formats: ['iife'], name: 'cards' },
    },
  })
  const chunks = [output].flat().flatMap((one) => ('output' in one ? one.output : []))
  const [code] = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : []))
  await page.setViewportSize({ width: 320, height: 800 })
  await page.setContent('<!doctype html><html lang="sv"><title>Kort</title><body><main></main></body></html>')
  await page.addStyleTag({ content: readFileSync('scripts/tenant/teamsHost/cards/cards.css', 'utf8') })
  await page.addScriptTag({ content: code ?? '' })
  await page.addScriptTag({ content: readFileSync('node_modules/axe-core/axe.min.js', 'utf8') })
}

const faultsIn = (page: Page, shown: Drawn[], theme: string): Promise<string[]> =>
  page.evaluate(
    async ([asked, inTheme]) => {
      const { cards, axe } = globalThis as never as {
        cards: { renderCard: (...given: unknown[]) => { element: HTMLElement; complaints: string[] } }
        axe: {
          run: (...given: unknown[]) => Promise<{
            violations: { id: string; nodes: { html: string; target: string[] }[] }[]
          }>
        }
      }
      const main = document.createElement('main')
      document.body.replaceChildren(main)
      const faults: string[] = []
      for (const [i, { says, card }] of asked.entries()) {
        const { element, complaints } = cards.renderCard(card, inTheme, () => undefined)
        element.id = `card-${i}`
        main.append(element)
        for (const button of element.querySelectorAll<HTMLElement>('button[aria-expanded=false]'))
          button.click()
        const real = [...complaints]
        if (element.scrollWidth > innerWidth) real.push('wider than the page')
        faults.push(...real.map((fault) => `${says}, ${inTheme}: ${fault}`))
      }
      const rules = { 'page-has-heading-one': { enabled: false } }
      const { violations } = await axe.run(main, { rules })
      const nameOf = (target: string) => {
        const card = document.querySelector(target)?.closest<HTMLElement>('[id^=card-]')
        return asked[Number(card?.id.slice('card-'.length))]?.says ?? ''
      }
      for (const { id, nodes } of violations)
        for (const { html, target } of nodes)
          faults.push(`${nameOf(target[0] ?? '')}, ${inTheme}: ${id} ${html.slice(0, 200)}`)
      return faults
    },
    [shown, theme] as const,
  )
