/** Choosing whom to be: the common roles first, then everyone, with a filter. */
import { byId, dialogById, initialsOf } from './elements.ts'
import type { Favourite } from './settings.ts'
import type { Person } from './tenant.ts'
import type { Words } from './words.ts'

export type Candidate = { person: Person; role: string | null }

/** Whom one may be: the whole directory, the common roles, and object ids of those in the organisation shown. */
export type Everyone = { people: Person[]; favourites: Favourite[]; staff: string[] }

// More rows than this help nobody; the rest is found by typing.
const shownAtMost = 200

/** The people that match the filter, favourites apart; words in any order, capitals don't matter. */
export function candidates({ people, favourites, staff }: Everyone, words: Words, filter: string) {
  const everyone = people.toSorted((a, b) => a.displayName.localeCompare(b.displayName, 'sv'))
  const roles = favourites.flatMap(({ oid, role }): Candidate[] => {
    const person = people.find((each) => each.id === oid)
    return person === undefined ? [] : [{ person, role: words.role[role] }]
  })
  const asked = filter.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
  const matches = ({ person, role }: Candidate) => {
    const said = [person.displayName, person.jobTitle, person.userPrincipalName, role].join(' ')
    return asked.every((word) => said.toLocaleLowerCase('sv').includes(word))
  }
  const found = everyone.map((person): Candidate => ({ person, role: null })).filter(matches)
  return {
    roles: roles.filter(matches),
    everyone: found.filter(({ person }) => staff.includes(person.id)),
    others: found.filter(({ person }) => !staff.includes(person.id)),
  }
}

export type PersonPicker = { open(current: string | null, words: Words): void }

export function createPersonPicker(all: () => Everyone, choose: (oid: string) => void): PersonPicker {
  const dialog = dialogById('people')
  const filter = byId('filter', HTMLInputElement)
  const list = byId('peopleList', HTMLDivElement)
  const found = byId('found', HTMLParagraphElement)
  let shown: { current: string | null; words: Words } | null = null

  const draw = () => {
    if (shown === null) return
    const { current, words } = shown
    const { roles, everyone, others } = candidates(all(), words, filter.value)
    const row = (each: Candidate) => rowOf(each, each.person.id === current, words, pick)
    found.textContent = words.found(everyone.length + others.length)
    const rest = Math.max(everyone.length, others.length) - shownAtMost
    list.replaceChildren(
      ...section(words.roles, roles.map(row)),
      ...section(words.everyone, everyone.slice(0, shownAtMost).map(row)),
      ...section(words.others, others.slice(0, shownAtMost).map(row)),
      ...(rest > 0 ? [paragraph(words.more(rest))] : []),
    )
  }
  const pick = (oid: string) => {
    dialog.close()
    choose(oid)
  }
  filter.addEventListener('input', draw)
  filter.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    list.querySelector('button')?.click()
  })
  return {
    open(current, words) {
      shown = { current, words }
      filter.value = ''
      draw()
      dialog.showModal()
      filter.focus()
    },
  }
}

function section(title: string, rows: HTMLElement[]): HTMLElement[] {
  if (rows.length === 0) return []
  const heading = document.createElement('h3')
  heading.textContent = title
  const ul = document.createElement('ul')
  ul.append(...rows)
  return [heading, ul]
}

function rowOf({ person, role }: Candidate, current: boolean, words: Words, pick: (oid: string) => void) {
  const button = document.createElement('button')
  button.type = 'button'
  button.dataset['oid'] = person.id
  if (current) button.ariaCurrent = 'true'
  const title = [person.jobTitle, current ? words.current : null].filter(Boolean).join(' · ')
  const who = span('who', '')
  who.append(
    span('name', role === null ? person.displayName : `${role}: ${person.displayName}`),
    span('title', title),
  )
  const initials = span('initials', initialsOf(person.displayName))
  initials.ariaHidden = 'true'
  button.append(initials, who)
  button.addEventListener('click', () => pick(person.id))
  const row = document.createElement('li')
  row.append(button)
  return row
}

function span(className: string, text: string): HTMLSpanElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = text
  return element
}

function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement('p')
  element.textContent = text
  return element
}
