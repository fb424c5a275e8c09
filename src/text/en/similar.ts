/** What is said of needs that are alike, in English. */
import type { sentences as sv } from '../sv/similar.ts'

export const sentences = {
  'similar.title': 'Similar needs',
  'similar.partsCount': 'Merged here: {count}',
  'similar.linkedCount': 'Linked: {count}',
  'similar.notLooked': 'Not checked',
  'similar.asked':
    'Before the screening is decided, someone must have looked for others with the same need. Link those that are similar, merge those that are the same, or say that there are none.',
  'similar.contact': 'contact {who}',
  'similar.parts': 'Merged here',
  'similar.partsHelp': 'Handled here. Their contacts, documents and history stay with each of them.',
  'similar.isPart': 'The need is merged into',
  'similar.isPartHelp':
    'Decisions are made and work is done there; whoever proposed the need follows it there.',
  'similar.split': 'Split',
  'similar.splitDone': '{need} stands by itself again, in the stage it was in.',
  'similar.linked': 'Linked',
  'similar.unlink': 'Remove the link',
  'similar.unlinked': 'The link to {need} is removed.',
  'similar.found': 'May be the same',
  'similar.foundHelp':
    'Found by the words of title, need and benefit. The comparison is made here in the browser.',
  'similar.noneFound': 'No others with similar words in title, need and benefit.',
  'similar.looking': 'Looking …',
  'similar.another': 'Do you know another that is the same? Search by number or title',
  'similar.link': 'Link',
  'similar.linkDone': '{need} is linked, here and there.',
  'similar.none': 'There are none',
  'similar.noneDone': 'It is noted that there are no similar needs.',
  'similar.allOver': 'None of them can be merged: they are closed, stopped or screened out.',
  'similar.merge': 'Merge …',
  'similar.mergeTitle': 'Merge needs',
  'similar.mergeWhich': 'Which are the same need as {need}?',
  'similar.mergeInto': 'Which one are they to become part of?',
  'similar.mergeDo': 'Merge {count} into one',
  'similar.mergeDone': '{count} {count|need is|needs are} merged into {into}.',
  'similar.preview': 'This will happen',
  'similar.previewState': 'Become part of {into}, and are no longer decided by themselves: {needs}.',
  'similar.previewUnits': 'Concerned units that are added: {units}.',
  'similar.previewShared': 'The scope becomes shared: several administrations are concerned.',
  'similar.previewContacts': 'Contacts who follow along in the list of merged needs: {who}.',
  'similar.previewStays':
    'Texts, costs, benefits, dependencies and history stay where they are. Both remember the merge.',
  'similar.previewSplit': 'It can be split again. Units that have been added then stay.',

  'similarLevel.very': 'Very similar',
  'similarLevel.alike': 'Similar',
  'similarLevel.some': 'Somewhat similar',
  'similar.why': 'In common: {words}',
} satisfies Record<keyof typeof sv, string>
