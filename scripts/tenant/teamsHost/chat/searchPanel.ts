/**
 * The app's message extension: what it finds is put beside the message that is being written.
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/define-search-command
 */
import { byId, dialogById, made } from '../elements.ts'
import type { Choice, SearchAnswer } from './answers.ts'
import { type ChatWords, sentenceOf } from './words.ts'

export type SearchPanel = { open(words: ChatWords, title: string): void }

/** `search` with no words answers what the app offers to begin with. */
export function createSearchPanel(on: {
  search(text: string): Promise<SearchAnswer>
  choose(choice: Choice): void
}): SearchPanel {
  const dialog = dialogById('extension')
  const form = byId('extensionForm', HTMLFormElement)
  const field = byId('extensionText', HTMLInputElement)
  const said = byId('extensionSaid', HTMLParagraphElement)
  const list = byId('extensionHits', HTMLUListElement)
  let words: ChatWords | null = null
  let asked = 0

  const search = async () => {
    if (words === null) return
    const mine = ++asked
    const told = words
    said.textContent = told.searching
    const answer = await on.search(field.value.trim())
    if (mine !== asked) return // something else has been asked since
    const choices = 'choices' in answer ? answer.choices : []
    list.replaceChildren(...choices.map(row))
    if (!('choices' in answer)) said.textContent = sentenceOf(answer, told)
    else said.textContent = choices.length === 0 ? told.noHits : told.hits(choices.length)
  }
  const row = (choice: Choice) => {
    const button = made(
      'button',
      { type: 'button' },
      made(
        'span',
        { className: 'who' },
        made('span', { className: 'name' }, choice.title),
        made('span', { className: 'title' }, choice.text),
      ),
    )
    button.addEventListener('click', () => {
      dialog.close()
      on.choose(choice)
    })
    return made('li', {}, button)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void search()
  })
  return {
    open(given, title) {
      words = given
      byId('extensionTitle', HTMLHeadingElement).textContent = title
      field.value = ''
      list.replaceChildren()
      dialog.showModal()
      field.focus()
      void search()
    },
  }
}
