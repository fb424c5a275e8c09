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
    const text = field.value.trim()
    said.textContent = told.searching
    const answer = await on.search(text)
    if (mine !== asked) return // something else has been asked since
    const choices = 'choices' in answer ? answer.choices : []
    list.replaceChildren(...choices.map(row))
    if (!('choices' in answer)) said.textContent = sentenceOf(answer, told)
    else if (choices.length > 0) said.textContent = told.hits(choices.length)
    else said.textContent = text === '' ? '' : told.noHits // nobody has asked for anything yet
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
