/** Where a message is written: words, and a card from the search or of a pasted link. */
import { byId, made } from '../elements.ts'
import type { Theme } from '../settings.ts'
import type { Choice } from './answers.ts'
import { drawCard } from './cardView.ts'
import type { Attachment } from './tenant.ts'
import type { ChatWords } from './words.ts'

export type Draft = { text: string; attachments?: Attachment[] }

export type Composer = {
  draw(setting: { words: ChatWords; theme: Theme; hint: string; isOff: boolean }): void
  /** Puts a card beside what is written, in the place of another. */
  attach(choice: Choice): void
  /** Takes everything away: another conversation is written in. */
  empty(): void
}

/** `send` answers false when it didn't go, and the words come back. `pasted` answers the card of a link, if it has one. */
export function createComposer(on: {
  send(draft: Draft): Promise<boolean>
  pasted(link: string): Promise<Choice | null>
}): Composer {
  const form = byId('composer', HTMLFormElement)
  const text = byId('message', HTMLTextAreaElement)
  const button = byId('send', HTMLButtonElement)
  const hint = byId('messageHint', HTMLParagraphElement)
  const attached = byId('attached', HTMLElement)
  let choice: Choice | null = null
  let shown: { words: ChatWords; theme: Theme } | null = null
  /** Which conversation is written in, counted: words that didn't go belong to their own. */
  let conversation = 0

  const drawAttached = () => {
    attached.hidden = choice === null
    attached.replaceChildren()
    if (choice === null || shown === null) return
    const { words, theme } = shown
    const remove = made('button', { type: 'button', textContent: words.removeCard })
    remove.addEventListener('click', () => {
      choice = null
      drawAttached()
      text.focus()
    })
    // Not sent yet: what is pressed in it has nobody to answer.
    const preview = drawCard(choice.attachment.content, {
      words,
      theme,
      open: () => undefined,
      ask: async () => ({ said: '' }),
    })
    preview.inert = true
    attached.ariaLabel = words.attached
    attached.append(preview, remove)
  }

  const put = (words: string, card: Choice | null) => {
    text.value = words
    choice = card
    drawAttached()
  }

  /** The field is free at once: what is written while a message is on its way is the next one. */
  const send = async () => {
    const [words, card, at] = [text.value, choice, conversation]
    if (words.trim() === '' && card === null) return
    put('', null)
    text.focus()
    const went = await on.send({
      text: words.trim(),
      ...(card !== null && { attachments: [card.attachment] }),
    })
    const isFree = at === conversation && text.value === '' && choice === null
    if (!went && isFree) put(words, card)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void send()
  })
  text.addEventListener('paste', (event) => {
    const link = event.clipboardData?.getData('text/plain').trim() ?? ''
    if (!URL.canParse(link)) return
    void on.pasted(link).then((found) => {
      if (found === null || !text.value.includes(link)) return
      choice = found
      drawAttached()
    })
  })

  return {
    draw({ words, theme, hint: said, isOff }) {
      shown = { words, theme }
      text.disabled = button.disabled = isOff
      hint.textContent = said
      drawAttached()
    },
    attach(found) {
      choice = found
      drawAttached()
      text.focus()
    },
    empty() {
      conversation++
      put('', null)
    },
  }
}
