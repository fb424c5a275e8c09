/** Why something is refused, and what is wrong with what was sent; every page but the first two brings it. */
import type { sentences as sv } from '../sv/refusals.ts'

export const sentences = {
  'fault.missing': 'This must be filled in.',
  'fault.unreadable': 'This can’t be read. Write the whole value.',
  'fault.low': 'Give {limit} or more.',
  'fault.high': 'Give {limit} or less.',
  'fault.early': 'Choose {limit} or a later day.',
  'fault.late': 'Choose {limit} or an earlier day.',
  'refusal.missing': 'Before {matter}, this is missing: {needs}.',
  'refusal.notYourMandate': '{matter} is decided by {who}.',
  'refusal.noMandate':
    'No post has a mandate for {matter} in this case. Ask the system administrator to add the mandate.',
  'refusal.noMandateParty':
    '{party} has no post with a mandate for {matter}. Ask the system administrator to add the mandate.',
  'refusal.overAmount':
    'The amount {amount} exceeds the mandate, which goes up to {max}. Raise the matter to the next level.',
  'refusal.conflictOfInterest':
    'You are recorded as having a conflict of interest and cannot decide. The decision is made instead by {who}.',
  'refusal.conflictOfInterestNobody':
    'You are recorded as having a conflict of interest and cannot decide. No stand-in has been named; ask the system administrator to add one.',
  'refusal.noGate':
    'There is no such decision to make in the stage {stage}. Reload the page if the initiative has just moved.',
  'refusal.notActive': 'The initiative is {state}. Reopen it first.',
  'refusal.partOf': 'The need is part of {into} and is decided there. Split it out first.',
  'refusal.wrongState': 'This cannot be done, because the initiative is {state}.',
  'refusal.external': 'The initiative is run by someone else and is not decided here.',
  'refusal.outcomeNotAllowed': 'This outcome cannot be chosen in this decision. Choose another.',
  'refusal.reasonMissing': 'Write the grounds for the decision.',
  'refusal.noAgreement':
    'The post decides only when {forum} agrees. Mark that it does, or raise the matter to the next level.',
  'refusal.theForum': 'the forum',
  'refusal.nowhereToRaise':
    'There is no level above to raise the matter to. Ask the system administrator to enter the forum and mandate.',
  'refusal.roundOpen':
    '{decided} has already decided {matter}, but not {waiting}. This can be changed when all have decided, or when one has said no or taken its decision back.',
  'refusal.amountDiffers':
    'Decision {number} is about {amount} in total. All parties must decide the same total.',
  'refusal.alreadySuperseded': 'The decision has already been superseded by decision {number}.',
  'refusal.movedOn':
    'The decision can no longer be changed like that: the initiative has moved on and is now {state} at the stage {stage}. Supersede the later decision first.',
  'refusal.notYourEndorsement': 'The endorsement for {party} is given by {who}.',
  'refusal.notYourEndorsementNobody':
    'It is not known who endorses for {party}. Ask the system administrator to enter the head of the unit.',
  'refusal.alreadyDecided': 'The matter is already settled: decision {number} by {who} on {day}.',
  'refusal.decidedAtMeeting':
    'The matter has been decided at the meeting of {day} ({forum}). The decision applies when the minutes are verified.',
  'refusal.notYourTask': 'You do not have the right to do this. It is done by: {roles}.',
  'refusal.scoring.noCriteria': 'There must be at least one criterion to rank by.',
  'refusal.scoring.negativeWeight': 'A weight can’t be negative: {names}.',
  'refusal.scoring.weightsSum':
    'Weights must come to 100 together, but come to {sum}. Change a weight, or share them out anew.',
  'refusal.scoring.sameTitle': 'Two criteria are called {name}. Give them different names.',
  'refusal.scoring.notAStep': 'Scores are whole steps from {least} to {most}: {value} can’t be saved.',
  'refusal.scoring.notTheirs': 'The forum doesn’t use the criterion {name} any longer.',
  'refusal.scoring.notScored': 'Is not scored any longer, since it has ended or is part of another: {names}.',
  'refusal.nothingToReport': 'No status report is given in the stage {stage}.',
  'refusal.futureMonth': 'It is too early to report {month}: the month has not begun.',
  'refusal.alreadyReported':
    'The report for {month} was sent by {who} on {day}. What has been sent is not changed; put it right in next month’s report.',
  'refusal.unexplained': 'The figures contradict a green light. Change the light or explain why it is green.',
  'refusal.changedByOther': '{who} changed this while you were working. Read what it says now and try again.',
  'refusal.changedByOtherFields':
    '{who} changed {fields} while you were writing. Both texts are shown; choose which to keep.',
  'refusal.invalid': 'Please correct the following: {problems}.',
  'refusal.notFound': 'What you are looking for no longer exists, or you are not allowed to see it.',
  'refusal.archived': 'The initiative is archived and cannot be changed.',
  'refusal.circle': 'They would wait for each other in a ring and none could begin: {chain}.',
  'refusal.document.empty': 'The file {name} is empty.',
  'refusal.document.tooLarge':
    'The file {name} is larger than {most}. Divide it, or keep it elsewhere and link to it.',
  'refusal.document.blockedName': 'The name {name} cannot be used for a file. Rename the file and try again.',
  'refusal.document.longName': 'The name {name} is too long. Shorten it to at most 120 characters.',
  'refusal.confidentialOff':
    'Confidentiality marks are not switched on. Ask the administrator to name the group for confidential matter (CONFIDENTIAL_GROUP_ID) and run npm run provision.',
  'refusal.notInConfidentialGroup':
    'Only members of the group for confidential matter can mark something as confidential. Ask the administrator.',
  'refusal.documentsOpen':
    'The initiative is confidential, and documents here are read by all staff. Keep them where only those entitled read.',
  'refusal.documentsOpenMark':
    'Documents are read by all staff. Move them to where only those entitled read, and remove them from here: {names}.',
  'refusal.standsOpen': 'It stands on an agenda that more people read. Remove it from there first: {names}.',
  'refusal.confidentialThere':
    'What is confidential cannot stand where more people read: {numbers}. Write the matter without the initiative, in words that reveal nothing, or take it up where only those who may read it are present.',
  'refusal.notSignedIn': 'Your sign-in has expired. Reload the page to be signed in again.',
  'refusal.unknownAction': 'The app and the server are of different versions. Reload the page.',
  'refusal.busy':
    'Microsoft 365 is overloaded at the moment. Try again in {seconds} {seconds|second|seconds}; nothing has been lost.',
  'reading.noRight':
    'You have no right to read the SharePoint site where everything is. Ask the system administrator for it, and try again.',
  'refusal.noRight':
    'The server lacks the right to the site. Ask the system administrator to check the installation.',
  'refusal.unavailable':
    'Microsoft 365 is not answering at the moment. Try again shortly; nothing has been lost.',
  'refusal.failed':
    'Something went wrong on the server and the change was not saved. Try again; if it fails, contact the system administrator.',
  'refusal.someone': 'Someone else',
  'merge.self': '{names} can’t be merged with itself.',
  'merge.external': '{names} is run by someone else and only followed here. It can’t be merged.',
  'merge.conflicted': 'You are noted as having a conflict of interest in {names}. Ask someone else to do it.',
  'merge.targetMerged': '{names} is itself merged into another initiative. Choose that one instead.',
  'merge.targetClosed': '{names} is closed, stopped or screened out. Choose one that is still in play.',
  'merge.sourceMerged': '{names} is already merged into another initiative. Split it first.',
  'merge.sourceHeld': '{names} is paused, stopped or screened out. Reopen it first.',
  'merge.sourceDecided':
    'What {names} is to lead to has already been decided. Link it as similar instead, or let it be the one the others are merged into.',
  'merge.confidentialApart': 'What is confidential and what is open cannot be merged: {names}.',
  'merge.sourceHasParts':
    'Other needs are merged into {names}. Split them first, or let it be the one the others are merged into.',
  'merge.notMerged': '{names} isn’t merged into anything.',
  'unsound.circle': '{names} cannot belong to each other in a circle. Choose another parent.',
  'unsound.double': '{names} is already there. Change that row instead of adding a new one.',
  'unsound.inUse':
    'The row is used by {names} and cannot be removed. Move them first, or rename the row instead.',
  'unsound.lastAdministrator':
    '{names} is the only administrator. Give the role to somebody else before removing it here.',
  'unsound.standInMissing':
    '{names} has dates for a stand-in but no stand-in. Choose one, or clear the dates.',
  'unsound.standInDates': '{names}: the last day of the stand-in is before the first. Correct the dates.',
  'unsound.mandateUnit': '{names}: a mandate of that scope concerns a unit. Choose the unit.',
  'unsound.mandatePortfolio': '{names}: the mandate concerns a portfolio. Choose the portfolio.',
  'problem.required': '{field} must be filled in',
  'problem.tooLong': '{field} may have at most {limit} characters',
  'problem.unknown': '{field} has a value that is not one of the choices',
  'problem.notADay': '{field} must be a date, for example 2026-03-31',
  'problem.notANumber': '{field} must be a whole number, zero or more',
  'problem.notAllowed': '{field} cannot be changed in that way',
  'problem.taken': '{field} is already in use; choose another value',
  'problem.wrongKind': '{field} has the wrong form',
  'problem.noField': '{field} is not something to fill in here',
  'problem.tooMany': '{field} may be at most {limit} at a time',
  'problem.tooLarge': '{field} is too large',
  'refusal.ranking.changed': 'The ranking has changed since you saw it, so it is not decided.',
  'refusal.ranking.more': 'And {count} {count|difference|differences} more. Read it again and decide anew.',
  'refusal.ranking.notProposed':
    'Several authorities decide the ranking for {year}, each by itself. Lay it forth, so that all answer about the same order.',
  'refusal.ranking.notOpen.proposed': 'That cannot be done with the ranking now.',
  'refusal.ranking.notOpen.raised': 'The ranking has been raised to the next level.',
  'refusal.ranking.notOpen.decided': 'The ranking is decided already.',
  'refusal.ranking.notOpen.refused':
    'Not all said yes to the ranking, so it is not decided. Lay it forth anew.',
  'refusal.ranking.notOpen.replaced':
    'The ranking has been laid forth anew. Read the new one and say yours about it.',
  'refusal.ranking.proposedAnew': '{who} has just laid forth another ranking. Read it first.',
  'refusal.ranking.somebody': 'Somebody',
  'refusal.ranking.raised': 'The ranking has been raised to {forum} and is decided there.',
  'refusal.ranking.nothing': 'There is nothing to rank for {year}.',
  'refusal.ranking.notFree.mandatory': '{title} is mandatory and is not ranked.',
  'refusal.ranking.notFree.running': '{title} runs already and is not ranked.',
  'refusal.ranking.aboveFirst': '{title} cannot go before {names}, which is in before ranking starts.',
  'refusal.ranking.prerequisite':
    '{title} cannot stand there: {names} would come before what is needed first.',
  'refusal.ranking.notRanked': '{title} is not ranked by the forum that year.',
  'refusal.ranking.shared':
    '{title} is shared by several administrations. The joint forum sets its order; here it can be scored and discussed.',
  'rankingChange.frameSet': 'The frame is set to {to}.',
  'rankingChange.frameUnset': 'No frame is set any more (was {from}).',
  'rankingChange.frameChanged': 'The frame is {to} instead of {from}.',
  'rankingChange.conceptSet': '{to} of the frame is kept for concepts.',
  'rankingChange.conceptUnset': 'Nothing of the frame is kept for concepts (was {from}).',
  'rankingChange.conceptChanged': '{to} of the frame is kept for concepts instead of {from}.',
  'rankingChange.weightSet': 'The criterion {criterion} is new and weighs {to}.',
  'rankingChange.weightUnset': 'The criterion {criterion} is gone (weighed {from}).',
  'rankingChange.weightChanged': 'The criterion {criterion} weighs {to} instead of {from}.',
  'rankingChange.new': '{title} is new, in place {to}.',
  'rankingChange.gone': '{title} is no longer there (was in place {from}).',
  'rankingChange.up': '{title} has gone up from place {from} to {to}.',
  'rankingChange.down': '{title} has gone down from place {from} to {to}.',
  'rankingChange.grew': '{title} needs more: {to} instead of {from}.',
  'rankingChange.shrank': '{title} needs less: {to} instead of {from}.',
  'rankingChange.total': '{title} has {to} points instead of {from}.',
  'rankingChange.within': '{title} now fits within the frame.',
  'rankingChange.beyond': '{title} no longer fits within the frame.',
  'sent.body': 'what was sent',
  'sent.rows': 'the rows',
} satisfies Record<keyof typeof sv, string>
