/** Shows a link to a place in the app, ready to be copied. */
import { byId, dialogById } from './elements.ts'
import type { Words } from './words.ts'

export type ShareDialog = { show(link: string, label: string, words: Words): void }

export function createShareDialog(): ShareDialog {
  const dialog = dialogById('shareDialog')
  const [title, link] = [byId('shareTitle', HTMLHeadingElement), byId('link', HTMLInputElement)]
  const [copy, copied] = [byId('copy', HTMLButtonElement), byId('copied', HTMLParagraphElement)]
  let words: Words | null = null

  copy.addEventListener('click', () => {
    link.select()
    navigator.clipboard.writeText(link.value).then(
      () => (copied.textContent = words?.copied ?? ''),
      () => (copied.textContent = words?.copyFailed ?? ''),
    )
  })
  return {
    show(address, label, said) {
      words = said
      title.textContent = said.shareTitle(label)
      link.value = address
      copied.textContent = ''
      if (!dialog.open) dialog.showModal()
      link.select()
    },
  }
}
