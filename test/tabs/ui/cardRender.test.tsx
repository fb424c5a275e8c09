/** Cards as the local Teams host shows them: readable in every theme, and nothing in a text becomes more than text. */
import '#scripts/tenant/teamsHost/cards/cards.css'
import { afterEach, expect, test } from 'vitest'
import { type CardAction, renderCard } from '#scripts/tenant/teamsHost/cards/render.ts'
import { violations } from '../fixtures.tsx'

const shown: HTMLElement[] = []
afterEach(() => {
  for (const element of shown.splice(0)) element.remove()
})

function show(body: object[], actions: object[] = [], theme: 'default' | 'dark' | 'contrast' = 'default') {
  const asked: CardAction[] = []
  const card = { type: 'AdaptiveCard', version: '1.5', body, actions }
  const { element, complaints } = renderCard(card, theme, (action) => asked.push(action))
  document.body.append(element)
  shown.push(element)
  return { element, asked, complaints }
}

const button = (within: HTMLElement, name: string) => {
  const found = [...within.querySelectorAll('button')].find(({ textContent }) => textContent === name)
  if (found === undefined) throw new Error(`There is no button ${name}`)
  return found
}

const light = (id: string, label: string) => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: 'expanded',
  isRequired: true,
  errorMessage: `Choose ${label}`,
  choices: ['Green', 'Red'].map((title) => ({ title, value: title.toLowerCase() })),
})

const everything = [
  { type: 'TextBlock', text: 'What waits', style: 'heading', wrap: true },
  {
    type: 'TextBlock',
    text: 'Since **Monday** with [a page](https://example.org/)',
    isSubtle: true,
    wrap: true,
  },
  { type: 'TextBlock', text: '- one\n- two', color: 'accent', wrap: true },
  { type: 'FactSet', facts: [{ title: 'Economy', value: 'Red' }] },
  ...['emphasis', 'good', 'warning', 'attention', 'accent'].map((style) => ({
    type: 'Container',
    style,
    items: ['default', 'good', 'warning', 'attention', 'accent'].map((color) => ({
      type: 'TextBlock',
      text: `${color} on ${style}`,
      color,
    })),
  })),
  light('economy', 'Economy'),
  {
    type: 'Input.ChoiceSet',
    id: 'month',
    label: 'Month',
    choices: [{ title: 'May', value: '5' }],
    value: '5',
  },
  { type: 'Input.Text', id: 'comment', label: 'Comment', isMultiline: true, placeholder: 'What changed' },
  { type: 'Input.Number', id: 'forecast', label: 'Forecast' },
  { type: 'Input.Date', id: 'day', label: 'Day' },
  { type: 'Input.Time', id: 'time', label: 'Time' },
  { type: 'Input.Toggle', id: 'pause', title: 'Pause' },
]
const actions = [
  { type: 'Action.Execute', title: 'Send', verb: 'send', data: { item: 7 }, style: 'positive' },
  { type: 'Action.OpenUrl', title: 'Open', url: 'https://example.org/' },
  { type: 'Action.Execute', title: 'Withdraw', verb: 'withdraw', style: 'destructive' },
  {
    type: 'Action.ShowCard',
    title: 'More',
    card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Hidden until asked for' }] },
  },
]

test.for(['default', 'dark', 'contrast'] as const)('every part reads in the theme %s', async (theme) => {
  const { element, complaints } = show(everything, actions, theme)
  expect(complaints).toEqual([])
  expect(await faults(element)).toEqual([])
  button(element, 'More').click()
  expect(element.textContent).toContain('Hidden until asked for')
  button(element, 'Send').click()
  expect(element.textContent).toContain('Choose Economy')
  expect(await faults(element)).toEqual([])
})

/** A card is a part of a page that has a title of its own. */
const faults = async (element: HTMLElement) =>
  (await violations(element)).filter((each) => !/^(page-has-heading-one|heading-order)/.test(each))

test('an action is asked for with what was filled in, once that is valid', () => {
  const { element, asked } = show([light('economy', 'Economy')], actions)
  button(element, 'Send').click()
  expect(asked).toEqual([])
  // The last one pressed is the one chosen.
  for (const radio of element.querySelectorAll<HTMLInputElement>('input[type="radio"]')) radio.click()
  button(element, 'Send').click()
  expect(asked).toEqual([{ kind: 'execute', verb: 'send', data: { item: 7, economy: 'red' } }])
})

test('a link is the host’s to open, from a button and from a text', () => {
  const { element, asked } = show(everything, actions)
  button(element, 'Open').click()
  element.querySelector('a')?.click()
  expect(asked).toEqual([
    { kind: 'open', url: 'https://example.org/' },
    { kind: 'open', url: 'https://example.org/' },
  ])
})

test('HTML and addresses that run are shown as they were written', () => {
  const text = '<img src=x onerror="alert(1)"> <b>bold</b> [press](javascript:alert(1)) &lt;i&gt;'
  const { element } = show([{ type: 'TextBlock', text, wrap: true }])
  expect(element.querySelector('img, b, a, i')).toBeNull()
  expect(element.textContent).toBe(text)
})

test('what is no card is complained of', () => {
  const { complaints } = show([{ type: 'Marquee', text: 'no' }])
  expect(complaints.join()).toContain('Marquee')
})
