/** What the host page says, in Swedish and in English; the only file here with Swedish words. */
import type { Locale } from './settings.ts'

const swedish = {
  skip: 'Hoppa till appen',
  title: (app: string) => `${app} – lokal värd för Teams`,
  tabs: (app: string) => `Flikar i ${app}`,
  tools: 'Provkörning',
  theme: 'Tema',
  'theme.default': 'Ljust',
  'theme.dark': 'Mörkt',
  'theme.contrast': 'Hög kontrast',
  language: 'Språk',
  width: 'Bredd',
  'width.full': 'Hela fönstret',
  'width.390': 'Telefon, 390 px',
  'width.320': 'Liten telefon, 320 px',
  day: 'Verksamhetens dag',
  dayMoved: (day: string) => `Verksamhetens dag är nu ${day}`,
  dayFailed: 'Dagen kunde inte läsas eller flyttas i den lokala tenanten.',
  share: 'Länk hit',
  shareTitle: (label: string) => (label === '' ? 'Länk till den här sidan' : `Länk till ${label}`),
  address: 'Adress',
  copy: 'Kopiera',
  copied: 'Länken är kopierad.',
  copyFailed: 'Länken kunde inte kopieras. Markera den och kopiera själv.',
  close: 'Stäng',
  switchPerson: 'Byt person',
  signedInAs: (name: string) => `Inloggad som ${name}. Byt person`,
  filter: 'Sök namn, titel eller roll',
  roles: 'Vanliga roller',
  everyone: 'Alla personer',
  found: (count: number) => (count === 1 ? '1 person' : `${count} personer`),
  more: (count: number) => `… och ${count} till. Skriv mer för att hitta rätt.`,
  current: 'inloggad nu',
  unknownPerson: 'Länkens person finns inte i katalogen. Någon annan är inloggad.',
  loading: (tab: string) => `Läser in ${tab} …`,
  failed: (tab: string) => `${tab} kunde inte visas.`,
  silent: (tab: string) => `${tab} har inte svarat på 30 sekunder.`,
  retry: 'Försök igen',
  noTenant: 'Den lokala tenanten svarar inte, så ingen kan loggas in. Starta den och försök igen.',
  noPeople: 'Katalogen i den lokala tenanten är tom, så ingen kan loggas in.',
  linkRefused: (link: string) => `Länken öppnas inte här: ${link}`,
  role: {
    departmentManager: 'Avdelningschef',
    developmentLead: 'Utvecklingsledare',
    director: 'Förvaltningsdirektör',
    projectOffice: 'Projektkontoret',
    employee: 'Medarbetare',
    administrator: 'Administratör',
  },
}

export type Words = typeof swedish
export type Role = keyof Words['role']

const english: Words = {
  skip: 'Skip to the app',
  title: (app) => `${app} – local Teams host`,
  tabs: (app) => `Tabs of ${app}`,
  tools: 'Trial run',
  theme: 'Theme',
  'theme.default': 'Light',
  'theme.dark': 'Dark',
  'theme.contrast': 'High contrast',
  language: 'Language',
  width: 'Width',
  'width.full': 'Whole window',
  'width.390': 'Phone, 390 px',
  'width.320': 'Small phone, 320 px',
  day: 'Business day',
  dayMoved: (day) => `The business day is now ${day}`,
  dayFailed: 'The day could not be read or moved in the local tenant.',
  share: 'Link here',
  shareTitle: (label) => (label === '' ? 'Link to this page' : `Link to ${label}`),
  address: 'Address',
  copy: 'Copy',
  copied: 'The link is copied.',
  copyFailed: 'The link could not be copied. Select it and copy it yourself.',
  close: 'Close',
  switchPerson: 'Switch person',
  signedInAs: (name) => `Signed in as ${name}. Switch person`,
  filter: 'Search name, title or role',
  roles: 'Common roles',
  everyone: 'Everyone',
  found: (count) => (count === 1 ? '1 person' : `${count} people`),
  more: (count) => `… and ${count} more. Type more to find the right one.`,
  current: 'signed in now',
  unknownPerson: 'The person in the link is not in the directory. Someone else is signed in.',
  loading: (tab) => `Loading ${tab} …`,
  failed: (tab) => `${tab} could not be shown.`,
  silent: (tab) => `${tab} has not answered for 30 seconds.`,
  retry: 'Try again',
  noTenant: 'The local tenant does not answer, so nobody can sign in. Start it and try again.',
  noPeople: 'The directory of the local tenant is empty, so nobody can sign in.',
  linkRefused: (link) => `The link is not opened here: ${link}`,
  role: {
    departmentManager: 'Department manager',
    developmentLead: 'Development lead',
    director: 'Director',
    projectOffice: 'Project office',
    employee: 'Employee',
    administrator: 'Administrator',
  },
}

/** Each language is named in itself, so that a reader of either finds the way. */
export const languageNames: Record<Locale, string> = { 'sv-se': 'Svenska', 'en-gb': 'English' }

export const wordsIn: Record<Locale, Words> = { 'sv-se': swedish, 'en-gb': english }

/** Fills every element that names a plain word in `data-word`. */
export function sayWords(root: ParentNode, words: Words): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-word]')) {
    const word = words[element.dataset['word'] as keyof Words]
    if (typeof word === 'string') element.textContent = word
  }
}
