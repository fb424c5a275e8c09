/** Finding the page's own elements, and dialogs that close the same way everywhere. */

/** An element of page.html by its id, checked to be of the kind the code expects. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id)
  if (!(element instanceof kind)) throw new Error(`page.html has no ${kind.name} called ${id}`)
  return element
}

/** A dialog whose `data-close` button closes it; Escape and the return of focus are the browser's. */
export function dialogById(id: string): HTMLDialogElement {
  const dialog = byId(id, HTMLDialogElement)
  dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close())
  return dialog
}

export function initialsOf(name: string): string {
  const words = name.split(' ').filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.charAt(0) ?? '').join('')
}

/** A new element with its properties and what is in it. */
export function made<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}
