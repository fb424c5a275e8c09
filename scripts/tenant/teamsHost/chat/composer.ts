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

/** `send` answers false when it didn't go, and the words stay. `pasted` answers the card of a link, if it has one. */
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
  let isSending = false

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

  const send = async () => {
    const said = text.value.trim()
    if (isSending || (said === '' && choice === null)) return
    isSending = true
    button.ariaDisabled = 'true'
    const attachments = choice === null ? {} : { attachments: [choice.attachment] }
    const went = await on.send({ text: said, ...attachments })
    isSending = false
    button.ariaDisabled = null
    if (!went) return
    text.value = ''
    choice = null
    drawAttached()
    text.focus()
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
      text.value = ''
      choice = null
      drawAttached()
    },
  }
}
