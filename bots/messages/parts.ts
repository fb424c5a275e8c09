/** What cards are made of. What people have written is drawn in plain runs: no markdown, HTML or link in it comes alive. */
import type {
  CardElementArray,
  IChoiceSetInput,
  IContainer,
  IExecuteAction,
  IOpenUrlAction,
  IRichTextBlock,
  ITextBlock,
  ITextInput,
  ITextRun,
} from '@microsoft/teams.cards'

export type Element = CardElementArray[number]
type Look = Partial<Omit<ITextRun, 'type' | 'text'>>

/** Longer texts are cut: a card holds 25 KB. */
const LONGEST = 600

/** Marks that turn the direction of writing, and so can make a name read as another. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g

/** A text as it may stand in a card: cut, and without what cards themselves would fill in (`{{DATE(…)}}`). */
export function plain(text: string, most = LONGEST): string {
  const safe = text.replaceAll(TURNS, '').replaceAll('{{', '{\u200B{')
  return safe.length > most ? `${safe.slice(0, most - 1).trimEnd()}…` : safe
}

/** Where only text is drawn, a card's fallback may still be read as markdown: no link in it leads anywhere. */
export const spoken = (text: string) => plain(text, 300).replaceAll('](', '] (')

/** A run shows its text as it is (https://adaptivecards.microsoft.com/?topic=TextRun): markdown is for text blocks only. */
export const run = (text: string, look: Look = {}): ITextRun => ({
  type: 'TextRun',
  text: plain(text),
  ...look,
})

export const runs = (...inlines: ITextRun[]): IRichTextBlock => ({ type: 'RichTextBlock', inlines })

/** A paragraph. */
export const paragraph = (text: string, look: Look = {}): IRichTextBlock => runs(run(text, look))

export const quiet = (text: string): IRichTextBlock => paragraph(text, { isSubtle: true })

/** Only for our own words: text blocks read markdown. */
export const heading = (text: string, size: 'Medium' | 'Default' = 'Medium'): ITextBlock => ({
  type: 'TextBlock',
  style: 'heading',
  text,
  wrap: true,
  weight: 'Bolder',
  size,
})

/** `tone`: how it stands out; always beside words that say the same. */
export const box = (
  tone: 'attention' | 'good' | 'warning' | 'emphasis',
  ...items: Element[]
): IContainer => ({
  type: 'Container',
  style: tone,
  items,
})

/** Names beside values, each on a line of its own. */
export const facts = (rows: readonly (readonly [name: string, value: string | undefined])[]): Element[] =>
  rows.flatMap(([name, value]) =>
    value ? [{ ...runs(run(`${name}: `, { weight: 'Bolder' }), run(value)), spacing: 'Small' as const }] : [],
  )

export interface Button {
  title: string
  verb: string
  data: object
  /** The one that most people press. */
  primary?: boolean
}

export const execute = ({ title, verb, data, primary }: Button): IExecuteAction => ({
  type: 'Action.Execute',
  title: plain(title, 200),
  verb,
  data,
  ...(primary && { style: 'positive' as const }),
})

/** A button that needs nothing of what has been typed: empty fields don't hold it back. */
export const executeAlone = (button: Button): IExecuteAction => ({
  ...execute(button),
  associatedInputs: 'none',
})

export const openPage = (title: string, url: string): IOpenUrlAction => ({
  type: 'Action.OpenUrl',
  title,
  url,
})

export const choiceInput = (
  id: string,
  label: string,
  choices: readonly { title: string; value: string }[],
  value: string | undefined,
): IChoiceSetInput => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: 'compact',
  choices: choices.map((choice) => ({ title: plain(choice.title, 200), value: choice.value })),
  ...(value !== undefined && { value }),
})

export const textInput = (
  id: string,
  label: string,
  value: string | undefined,
  look: Partial<ITextInput> = {},
): ITextInput => ({
  type: 'Input.Text',
  id,
  label,
  maxLength: 2000,
  ...(value ? { value } : {}),
  ...look,
})
