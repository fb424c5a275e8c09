/** The parts of the settings: which list each keeps, what its table shows and what its form asks for. */
import type { ListKey } from '#src/lists/all.ts'
import { committees, forums, mandates, people, units } from '#src/lists/organisation.ts'
import type { List } from '#src/lists/list.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { OrganisationList } from '#src/rules/organisation/organising.ts'
import type { SentenceKey } from '#src/text/words.ts'

export interface ListPart {
  id: OrganisationList & ListKey
  list: List
  title: SentenceKey
  /** What belongs here, in a sentence. */
  about: SentenceKey
  columns: readonly string[]
  fields: readonly string[]
}

export const listParts: readonly ListPart[] = [
  {
    id: 'units',
    list: units,
    title: 'settings.units',
    about: 'settings.unitsAbout',
    columns: ['title', 'short', 'kind', 'head'],
    fields: ['title', 'short', 'kind', 'parent', 'head', 'receivingDays'],
  },
  {
    id: 'people',
    list: people,
    title: 'settings.people',
    about: 'settings.peopleAbout',
    columns: ['title', 'jobTitle', 'unit', 'roles'],
    fields: ['person', 'email', 'jobTitle', 'unit', 'roles'],
  },
  {
    id: 'forums',
    list: forums,
    title: 'settings.forums',
    about: 'settings.forumsAbout',
    columns: ['title', 'unit', 'chair', 'cadence'],
    fields: [
      'title',
      'short',
      'kind',
      'unit',
      'chair',
      'secretary',
      'members',
      'cadence',
      'assignment',
      'guides',
      'prepares',
      'escalatesTo',
    ],
  },
  {
    id: 'mandates',
    list: mandates,
    title: 'settings.mandates',
    about: 'settings.mandatesAbout',
    columns: ['title', 'holder', 'matter', 'scope', 'unit'],
    fields: [
      'title',
      'holder',
      'matter',
      'scope',
      'unit',
      'portfolio',
      'maxKr',
      'forum',
      'kind',
      'needsAll',
      'standIn',
      'standInFrom',
      'standInTo',
      'note',
    ],
  },
  {
    id: 'portfolios',
    list: portfolios,
    title: 'settings.portfolios',
    about: 'settings.portfoliosAbout',
    columns: ['title', 'code', 'process', 'owner'],
    fields: ['title', 'code', 'process', 'unit', 'owner', 'board', 'discountPercent'],
  },
  {
    id: 'committees',
    list: committees,
    title: 'settings.committees',
    about: 'settings.committeesAbout',
    columns: ['title', 'organisation', 'administrations'],
    fields: ['title', 'organisation', 'administrations'],
  },
]

/** Parts that are no list to keep. */
export const otherParts = [
  { id: 'axes', title: 'axes.title' },
  { id: 'processes', title: 'settings.processes' },
  { id: 'rights', title: 'settings.rights' },
  { id: 'dispatch', title: 'dispatch.title' },
  { id: 'file', title: 'settings.file' },
] as const satisfies readonly { id: string; title: SentenceKey }[]
