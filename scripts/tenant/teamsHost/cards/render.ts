/** An Adaptive Card as Teams would show it, and what a person does with it. */
import {
  type Action,
  AdaptiveCard,
  CardElement,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  SerializationContext,
  SubmitAction,
} from 'adaptivecards'
import type { Theme } from '../settings.ts'
import { hostConfigOf } from './hostConfig.ts'
import { markdownAsHtml } from './markdown.ts'

/** What a card asks of its host. Showing a part of the card and hiding it again are the card's own. */
export type CardAction =
  | { kind: 'execute'; id?: string; verb: string; data: unknown }
  | { kind: 'submit'; data: unknown }
  | { kind: 'open'; url: string }

export type RenderedCard = {
  /** Styled by cards.css, which the page loads. */
  element: HTMLElement
  /** What the library did not understand, in its own English words: nothing, for a sound card. */
  complaints: string[]
}

// The library tests every other language against the end of the one before: its pattern is global, and remembers.
// https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/RegExp/test#using_test_on_a_regex_with_the_global_flag
Object.assign(CardElement.langProperty, { regEx: /^[a-z]{2,3}$/i })

/** `act` is called when inputs are valid and gathered into the action's data. */
export function renderCard(card: unknown, theme: Theme, act: (action: CardAction) => void): RenderedCard {
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownAsHtml(text)
    result.didProcess = true
  }
  const drawn = new AdaptiveCard()
  drawn.hostConfig = new HostConfig(hostConfigOf(theme))
  drawn.onExecuteAction = (action) => {
    const asked = askedBy(action)
    if (asked !== null) act(asked)
  }
  drawn.onAnchorClicked = (_, anchor) => {
    act({ kind: 'open', url: anchor.href })
    return true
  }
  const context = new SerializationContext()
  drawn.parse(card, context)
  const complaints = [
    ...Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message),
    ...drawn.validateProperties().validationEvents.map(({ message }) => message),
  ]
  const element = document.createElement('div')
  element.className = 'card'
  element.dataset['theme'] = theme
  const body = drawn.render()
  // The card is a group in its own right; only what can be used in it is a stop for the keyboard.
  body?.removeAttribute('tabindex')
  if (body !== undefined) element.append(body)
  return { element, complaints }
}

function askedBy(action: Action): CardAction | null {
  if (action instanceof ExecuteAction) {
    const { id, verb, data } = action
    return { kind: 'execute', ...(id !== undefined && { id }), verb: verb ?? '', data: data ?? {} }
  }
  if (action instanceof SubmitAction) return { kind: 'submit', data: action.data ?? {} }
  if (action instanceof OpenUrlAction) return { kind: 'open', url: action.url ?? '' }
  return null
}
