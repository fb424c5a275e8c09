/** Every action, by the name that tab, card and script ask for it by. */
import * as v from 'valibot'
import type { FaultyField } from '#src/lists/validate.ts'
import type { ForumTask } from '#src/rules/prioritising/forumRights.ts'
import type { Task } from '#src/rules/permissions.ts'
import { Refused } from '#src/rules/refusal.ts'
import { answerNeed, answerNeedArgs } from './needs/answerNeed.ts'
import { appointSteeringGroup, appointSteeringGroupArgs } from './initiatives/appointSteeringGroup.ts'
import { attachFile, attachFileArgs } from './initiatives/attachFile.ts'
import { decideFinancing, decideFinancingArgs } from './deciding/decideFinancing.ts'
import { decideGate, decideGateArgs } from './deciding/decideGate.ts'
import { decideIdeaToRollout, decideIdeaToRolloutArgs } from './deciding/decideIdeaToRollout.ts'
import { decideState, decideStateArgs } from './deciding/decideState.ts'
import { editMany, editManyArgs } from './initiatives/editMany.ts'
import { endorse, endorseArgs } from './deciding/endorse.ts'
import { importNeeds, importNeedsArgs } from './needs/importNeeds.ts'
import { knowPerson, knowPersonArgs } from './organisation/knowPerson.ts'
import { liftConfidential, liftConfidentialArgs } from './confidential/liftConfidential.ts'
import { linkSimilar, linkSimilarArgs } from './needs/linkSimilar.ts'
import { markConfidential, markConfidentialArgs } from './confidential/markConfidential.ts'
import { cancelMeeting, cancelMeetingArgs } from './meetings/planning/cancelMeeting.ts'
import { planMeetings, planMeetingsArgs } from './meetings/planning/planMeetings.ts'
import { saveForumTemplate, saveForumTemplateArgs } from './meetings/planning/saveForumTemplate.ts'
import { savePosition, savePositionArgs } from './meetings/savePosition.ts'
import { sendAgenda, sendAgendaArgs } from './meetings/agenda/sendAgenda.ts'
import { sendOn, sendOnArgs } from './meetings/agenda/sendOn.ts'
import { moveMeeting, moveMeetingArgs } from './meetings/planning/moveMeeting.ts'
import { noteItem, noteItemArgs } from './meetings/deciding/noteItem.ts'
import { orderAgenda, orderAgendaArgs } from './meetings/agenda/orderAgenda.ts'
import { saveAction, saveActionArgs } from './meetings/saveAction.ts'
import { saveItem, saveItemArgs } from './meetings/agenda/saveItem.ts'
import { saveMeeting, saveMeetingArgs } from './meetings/planning/saveMeeting.ts'
import { setAttendance, setAttendanceArgs } from './meetings/planning/setAttendance.ts'
import { takeUp, takeUpArgs } from './meetings/agenda/takeUp.ts'
import { mergeNeeds, mergeNeedsArgs } from './needs/mergeNeeds.ts'
import { prepareInitiative, prepareInitiativeArgs } from './initiatives/prepareInitiative.ts'
import { saveCorridor, saveCorridorArgs } from './prioritising/saveCorridor.ts'
import { saveCriteria, saveCriteriaArgs } from './prioritising/saveCriteria.ts'
import { decideRanking, decideRankingArgs } from './prioritising/decideRanking.ts'
import { proposeRanking, proposeRankingArgs } from './prioritising/proposeRanking.ts'
import { overrideRank, overrideRankArgs } from './prioritising/overrideRank.ts'
import { dropScenario, dropScenarioArgs } from './prioritising/dropScenario.ts'
import { saveScenario, saveScenarioArgs } from './prioritising/saveScenario.ts'
import { saveScores, saveScoresArgs } from './prioritising/saveScores.ts'
import { proposeNeed, proposeNeedArgs } from './needs/proposeNeed.ts'
import { saveAxis, saveAxisArgs } from './organisation/saveAxis.ts'
import { saveOrganisation, saveOrganisationArgs } from './organisation/saveOrganisation.ts'
import { savePoint, savePointArgs } from './initiatives/savePoint.ts'
import { saveRow, saveRowArgs } from './saveRow.ts'
import { saveView, saveViewArgs } from './saveView.ts'
import { sendReport, sendReportArgs } from './initiatives/sendReport.ts'
import { splitNeed, splitNeedArgs } from './needs/splitNeed.ts'
import { supersedeDecision, supersedeDecisionArgs } from './deciding/supersedeDecision.ts'
import { withdrawEndorsement, withdrawEndorsementArgs } from './deciding/withdrawEndorsement.ts'
import { undoImport, undoImportArgs } from './needs/undoImport.ts'
import { decideItem, decideItemArgs } from './meetings/deciding/decideItem.ts'
import { correctMinutes, correctMinutesArgs } from './meetings/minutes/correctMinutes.ts'
import { makePaper, makePaperArgs } from './meetings/minutes/makePaper.ts'
import { sendItem, sendItemArgs } from './meetings/agenda/sendItem.ts'
import { sendMinutes, sendMinutesArgs } from './meetings/minutes/sendMinutes.ts'
import { verifyItem, verifyItemArgs } from './meetings/minutes/verifyItem.ts'
import { verifyMinutes, verifyMinutesArgs } from './meetings/minutes/verifyMinutes.ts'
import { loadDispatch, loadDispatchArgs } from './reminding/loadDispatch.ts'
import { loadMyReminders, loadMyRemindersArgs } from './reminding/loadMyReminders.ts'
import { resendSending, resendSendingArgs } from './reminding/resendSending.ts'
import { saveReminderChoice, saveReminderChoiceArgs } from './reminding/saveReminderChoice.ts'
import type { Done, Work } from './work.ts'

/** `by`: who may ask; the rule that says so is in rules/ under the same name (`meeting`: meetingRights.ts). */
export const actions = {
  decideGate: action('mandate', decideGateArgs, decideGate),
  decideState: action('mandate', decideStateArgs, decideState),
  decideFinancing: action('mandate', decideFinancingArgs, decideFinancing),
  decideIdeaToRollout: action('mandate', decideIdeaToRolloutArgs, decideIdeaToRollout),
  decideRanking: action('mandate', decideRankingArgs, decideRanking),
  proposeRanking: action('weigh', proposeRankingArgs, proposeRanking),
  overrideRank: action('tryOut', overrideRankArgs, overrideRank),
  supersedeDecision: action('mandate', supersedeDecisionArgs, supersedeDecision),
  endorse: action('endorsing', endorseArgs, endorse),
  withdrawEndorsement: action('endorsing', withdrawEndorsementArgs, withdrawEndorsement),
  prepareInitiative: action('prepare', prepareInitiativeArgs, prepareInitiative),
  editMany: action('prepare', editManyArgs, editMany),
  saveRow: action('prepare', saveRowArgs, saveRow),
  attachFile: action('prepare', attachFileArgs, attachFile),
  savePoint: action('planPoint', savePointArgs, savePoint),
  appointSteeringGroup: action('mandate', appointSteeringGroupArgs, appointSteeringGroup),
  saveOrganisation: action('organise', saveOrganisationArgs, saveOrganisation),
  saveAxis: action('organise', saveAxisArgs, saveAxis),
  knowPerson: action('prepare', knowPersonArgs, knowPerson),
  importNeeds: action('import', importNeedsArgs, importNeeds),
  undoImport: action('import', undoImportArgs, undoImport),
  saveView: action('anyone', saveViewArgs, saveView),
  proposeNeed: action('anyone', proposeNeedArgs, proposeNeed),
  answerNeed: action('answerNeed', answerNeedArgs, answerNeed),
  sendReport: action('report', sendReportArgs, sendReport),
  linkSimilar: action('prepare', linkSimilarArgs, linkSimilar),
  markConfidential: action('markConfidential', markConfidentialArgs, markConfidential),
  liftConfidential: action('markConfidential', liftConfidentialArgs, liftConfidential),
  mergeNeeds: action('prepare', mergeNeedsArgs, mergeNeeds),
  splitNeed: action('prepare', splitNeedArgs, splitNeed),
  decideItem: action('meeting', decideItemArgs, decideItem),
  sendMinutes: action('meeting', sendMinutesArgs, sendMinutes),
  verifyMinutes: action('meeting', verifyMinutesArgs, verifyMinutes),
  sendItem: action('meeting', sendItemArgs, sendItem),
  verifyItem: action('meeting', verifyItemArgs, verifyItem),
  correctMinutes: action('meeting', correctMinutesArgs, correctMinutes),
  makePaper: action('meeting', makePaperArgs, makePaper),
  saveMeeting: action('meeting', saveMeetingArgs, saveMeeting),
  takeUp: action('meeting', takeUpArgs, takeUp),
  saveItem: action('anyone', saveItemArgs, saveItem),
  orderAgenda: action('meeting', orderAgendaArgs, orderAgenda),
  noteItem: action('meeting', noteItemArgs, noteItem),
  setAttendance: action('meeting', setAttendanceArgs, setAttendance),
  moveMeeting: action('meeting', moveMeetingArgs, moveMeeting),
  saveAction: action('meeting', saveActionArgs, saveAction),
  sendAgenda: action('meeting', sendAgendaArgs, sendAgenda),
  cancelMeeting: action('meeting', cancelMeetingArgs, cancelMeeting),
  saveForumTemplate: action('meeting', saveForumTemplateArgs, saveForumTemplate),
  planMeetings: action('meeting', planMeetingsArgs, planMeetings),
  saveCriteria: action('weigh', saveCriteriaArgs, saveCriteria),
  saveCorridor: action('weigh', saveCorridorArgs, saveCorridor),
  saveScenario: action('tryOut', saveScenarioArgs, saveScenario),
  dropScenario: action('tryOut', dropScenarioArgs, dropScenario),
  saveScores: action('score', saveScoresArgs, saveScores),
  sendOn: action('meeting', sendOnArgs, sendOn),
  savePosition: action('meeting', savePositionArgs, savePosition),
  saveReminderChoice: action('anyone', saveReminderChoiceArgs, saveReminderChoice),
  resendSending: action('dispatch', resendSendingArgs, resendSending),
  // Answer what is read for the person by the server alone; nothing is changed.
  loadMyReminders: action('anyone', loadMyRemindersArgs, loadMyReminders),
  loadDispatch: action('dispatch', loadDispatchArgs, loadDispatch),
} as const
export type ActionName = keyof typeof actions
export type ActionArgs<N extends ActionName> = v.InferInput<(typeof actions)[N]['args']>

/** Runs an action by name. Throws Refused for an unknown name, arguments of the wrong shape, and what the rules forbid. */
export async function runAction(work: Work, name: string, args: unknown): Promise<Done> {
  if (!Object.hasOwn(actions, name)) throw new Refused({ why: 'unknownAction', name })
  return actions[name as ActionName].run(work, args)
}

function action<S extends v.GenericSchema>(
  by: 'mandate' | 'endorsing' | 'meeting' | 'anyone' | Task | ForumTask,
  args: S,
  run: (work: Work, args: v.InferOutput<S>) => Promise<Done>,
) {
  return {
    by,
    args,
    run: async (work: Work, given: unknown) => {
      const parsed = v.safeParse(args, given)
      if (parsed.success) return run(work, parsed.output)
      throw new Refused({
        why: 'invalid',
        problems: parsed.issues.map((issue) => ({
          field: v.getDotPath(issue) ?? '',
          ...problemOf(issue),
        })),
      })
    },
  }
}

function problemOf({
  type,
  input,
  expected,
  requirement,
  path,
}: v.BaseIssue<unknown>): Omit<FaultyField, 'field'> {
  if (expected === 'never' || path?.at(-1)?.origin === 'key') return { problem: 'noField' }
  if (input === undefined || type === 'non_empty') return { problem: 'required' }
  if (type === 'max_length')
    return { problem: Array.isArray(input) ? 'tooMany' : 'tooLong', limit: Number(requirement) }
  return { problem: type === 'picklist' ? 'unknown' : 'wrongKind' }
}
