/**
 * Minutes as they may be shown on a notice board or the web: without signatures, contacts and names.
 *
 * What is public is not for that reason free to publish: names that point a person out are left out as a rule, personal identity
 * numbers always, and somebody reads the copy before it is published (Datainspektionen, now IMY, on publishing minutes:
 * http://www.datainspektionen.se/lagar-och-regler/personuppgiftslagen/e-forvaltning/webbpublicering-av-protokoll-och-diarier/).
 * So everybody becomes their title, or what they were at the meeting. Notes of what was said, who was absent, links into the
 * authority's own site are left out. Names in running text become the same titles, in brackets, where the person
 * was at the meeting or is known to the organisation; other names can't be known for names, which is why somebody reads it.
 */
import { capacities } from '#src/lists/meetings.ts'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import type { MinutesItem, MinutesVoice } from '#src/rules/meetings/minutesItems.ts'
import { filled, type NamedPerson } from '#src/rules/meetings/minutesPeople.ts'
import { paper } from '#src/text/papers.ts'

/** Somebody the organisation knows, whose full name may stand in a text. */
export interface KnownPerson {
  id: string
  name: string
  title?: string
}

/** The picture with roles in the place of people; itself a picture of minutes, to be frozen and printed like any other. */
export function publicationOf(picture: MinutesPicture, known: readonly KnownPerson[] = []): MinutesPicture {
  const roles = rolesIn(picture)
  const hide = hider(picture, roles, known)
  const role = ({ id }: NamedPerson): NamedPerson => ({ id: '', name: roles.get(id) ?? paper.colleague })
  const maybe = (person: NamedPerson | undefined) => person && role(person)
  return filled<MinutesPicture>({
    ...picture,
    chair: maybe(picture.chair),
    secretary: maybe(picture.secretary),
    verifiers: picture.verifiers.map(role),
    present: picture.present.map(({ standsInFor: _left, person, ...rest }) => ({
      ...rest,
      person: role(person),
    })),
    absent: [],
    items: picture.items.map((item) => published(item, { role, hide })),
    actions: picture.actions.map((action) => ({
      ...action,
      title: hide(action.title),
      owner: role(action.owner),
    })),
    appendices: picture.appendices.map(({ number, name, item }) => ({ number, name: hide(name), item })),
    sentTo: picture.sentTo.map(hide),
    correction: picture.correction && {
      ...picture.correction,
      by: role(picture.correction.by),
      reason: hide(picture.correction.reason),
      changes: [],
    },
  })
}

interface Hiding {
  role: (person: NamedPerson) => NamedPerson
  hide: (text: string) => string
}

function published(item: MinutesItem, { role, hide }: Hiding): MinutesItem {
  const text = (value: string | undefined) => (value === undefined ? undefined : hide(value))
  const { decision } = item
  return filled<MinutesItem>({
    ...item,
    title: hide(item.title),
    initiatives: item.initiatives.map(({ key, title }) => ({ key, title: hide(title) })),
    presenter: item.presenter && role(item.presenter),
    material: item.material.map(({ name }) => ({ name: hide(name) })),
    question: text(item.question),
    answer: text(item.answer),
    proposal: text(item.proposal),
    notes: undefined,
    proposals: text(item.proposals),
    basis: text(item.basis),
    differing: text(item.differing),
    conflicted: item.conflicted.map(role),
    actions: item.actions.map((action) => ({
      ...action,
      title: hide(action.title),
      owner: role(action.owner),
    })),
    decision:
      decision &&
      filled<NonNullable<MinutesItem['decision']>>({
        ...decision,
        wording: text(decision.wording),
        toComplete: text(decision.toComplete),
        decidedBy: decision.decidedBy && role(decision.decidedBy),
        instead: decision.instead && role(decision.instead),
        recordedBy: undefined,
        voices: decision.voices?.map((voice) =>
          filled<MinutesVoice>({
            ...voice,
            by: voice.by && role(voice.by),
            wording: text(voice.wording),
          }),
        ),
        effect:
          decision.effect?.does === 'owner'
            ? { ...decision.effect, person: role(decision.effect.person) }
            : decision.effect,
      }),
  })
}

/** Everybody who is named, by id, each as their title or capacity; several of one kind are told apart by number. */
function rolesIn(picture: MinutesPicture): ReadonlyMap<string, string> {
  const wanted = new Map<string, string>()
  for (const { person, capacity } of [...picture.present, ...picture.absent])
    wanted.set(person.id, person.title ?? capacities[capacity])
  for (const person of peopleIn(picture))
    if (!wanted.has(person.id)) wanted.set(person.id, person.title ?? paper.colleague)
  const times = Map.groupBy(wanted.keys(), (id) => wanted.get(id) ?? '')
  return new Map(
    [...wanted].map(([id, word]) => {
      const same = times.get(word) ?? []
      return [id, same.length > 1 ? `${word} ${same.indexOf(id) + 1}` : word]
    }),
  )
}

function peopleIn(picture: MinutesPicture): NamedPerson[] {
  const ofItem = ({ presenter, conflicted, decision, actions }: MinutesItem) => [
    presenter,
    ...conflicted,
    decision?.decidedBy,
    decision?.recordedBy,
    ...(decision?.voices ?? []).map(({ by }) => by),
    decision?.effect?.does === 'owner' ? decision.effect.person : undefined,
    ...actions.map(({ owner }) => owner),
  ]
  return [
    picture.chair,
    picture.secretary,
    ...picture.verifiers,
    ...picture.present.flatMap(({ person, standsInFor }) => [person, standsInFor]),
    ...picture.absent.map(({ person }) => person),
    ...picture.items.flatMap(ofItem),
    ...picture.actions.map(({ owner }) => owner),
    picture.correction?.by,
  ].filter((person) => person !== undefined)
}

/** Ten or twelve digits that begin with a day: also coordination numbers, whose day is 60 more. */
const IDENTITY = /(?<!\d)(?:\d{2})?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+]?\d{4}(?!\d)/g
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu
const PHONE = /(?<![\d-])(?:\+46\s?|0)\d{1,3}[-\s/]\s?\d{2,3}(?:\s?\d{2,3}){1,2}(?!\d)/g

/** Takes names, identity numbers and contacts out of running text. */
function hider(picture: MinutesPicture, roles: ReadonlyMap<string, string>, known: readonly KnownPerson[]) {
  const words = new Map<string, string>()
  for (const { name, title } of known) words.set(name, title ?? paper.colleague)
  for (const { id, name } of peopleIn(picture)) {
    const role = roles.get(id) ?? paper.colleague
    words.set(name, role)
    // By first name or surname people are spoken of at a table.
    for (const part of name.split(/\s+/)) if (part.length > 2 && !words.has(part)) words.set(part, role)
  }
  const names = [...words.keys()].filter(Boolean).sort((one, other) => other.length - one.length)
  const pattern =
    names.length > 0
      ? new RegExp(`(?<![\\p{L}\\d])(?:${names.map(escaped).join('|')})(?=s?(?![\\p{L}\\d]))`, 'gu')
      : undefined
  return (text: string) => {
    const plain = text
      .replaceAll(EMAIL, paper.email)
      .replaceAll(IDENTITY, paper.identityNumber)
      .replaceAll(PHONE, paper.phone)
    return pattern ? plain.replaceAll(pattern, (name) => `[${words.get(name)}]`) : plain
  }
}

const escaped = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
