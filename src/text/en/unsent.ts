/** What waits to be sent, in English: the same keys and `{places}` as in Swedish. */
import type { sentences as sv } from '../sv/unsent.ts'

export const sentences = {
  'unsent.title': 'Waiting to be sent',
  'unsent.about':
    'What you have done is kept in the browser and is sent in this order when the server answers.',
  'unsent.discard': 'Take back',
  'unsent.discardThis': 'Take back: {what}',
  'unsent.send': 'Try to send now',
  'act.decideGate': 'Decision at a gate',
  'act.decideState': 'Decision on state',
  'act.decideFinancing': 'Decision on financing',
  'act.prepareInitiative': 'Change',
  'act.saveRow': 'Cost, benefit or dependency',
  'act.attachFile': 'Document',
  'act.appointSteeringGroup': 'Appoint the steering group',
  'act.savePoint': 'A project’s decision point',
  'act.saveOrganisation': 'Change in the organisation',
  'act.knowPerson': 'Person from the directory',
  'act.importNeeds': 'Import',
  'act.proposeNeed': 'New need',
  'act.sendReport': 'Status report',
  'act.decideIdeaToRollout': 'From idea to roll-out',
  'act.supersedeDecision': 'Decision that supersedes another',
  'act.endorse': 'Endorsement',
  'act.withdrawEndorsement': 'Endorsement withdrawn',
  'act.editMany': 'Change of several',
  'act.saveView': 'Saved view',
  'act.undoImport': 'Undone import',
  'act.linkSimilar': 'Link to similar needs',
  'act.mergeNeeds': 'Merge of needs',
  'act.splitNeed': 'Split of a need',
} satisfies Record<keyof typeof sv, string>
