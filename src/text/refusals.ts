/** Refusals in words: what is missing, who may, what to do. */
import { benefits, costItems, dependencies } from '#src/lists/businessCase.ts'
import type { Ref } from '#src/lists/columns.ts'
import { decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { committees, forums, mandates, type Matter, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { FaultyField } from '#src/lists/validate.ts'
import { MOST_BYTES } from '#src/rules/initiatives/documents.ts'
import type { Decider, Refusal } from '#src/rules/refusal.ts'
import { LEAST_SCORE, MOST_SCORE } from '#src/rules/prioritising/scoring.ts'
import type { RankingFault } from '#src/rules/prioritising/rankingFaults.ts'
import type { ScoringFault } from '#src/rules/prioritising/scoringFaults.ts'
import { DIGEST_HOURS } from '#src/rules/reminding/digestHours.ts'
import { formatBytes, formatDay, formatKrExact, formatList, formatMonth, formatNumber } from './format.ts'
import { rankingChangeText } from './rankingChanges.ts'
import type { Subject, Words } from './words.ts'

const ofMeetings: ReadonlySet<Refusal['why']> = new Set(['meeting', 'library', 'noConverter'])
/** Lists whose columns that subject names. */
const ofScoring: ReadonlySet<string> = new Set(['Criteria', 'Scores'])

/** The subjects that say these refusals, to be learnt first where the page doesn't bring them. */
export const subjectsOf = (refusals: readonly Refusal[]): Subject[] => [
  'refusals',
  ...(refusals.some(
    (refusal) => ofMeetings.has(refusal.why) || ('of' in refusal && refusal.of && !ofScoring.has(refusal.of)),
  )
    ? (['meetings'] as const)
    : []),
  ...(refusals.some((refusal) => 'of' in refusal && refusal.of && ofScoring.has(refusal.of))
    ? (['scoring'] as const)
    : []),
  ...(refusals.some(({ why }) => why === 'reminding') ? (['reminders'] as const) : []),
]

/** One sentence for each refusal. Throws before its subject is learnt. */
export function refusalText(refusal: Refusal, words: Words): string {
  const { t, word, locale } = words
  switch (refusal.why) {
    case 'missing':
      return t('refusal.missing', {
        matter: inSentence(word('decisionMatters', refusal.matter)),
        needs: formatList(
          refusal.needs.map((need) => t(`need.${need}`)),
          locale,
        ),
      })
    case 'notYourMandate':
      return t('refusal.notYourMandate', {
        matter: matterWord(refusal.matter, words),
        who: decidersText(refusal.mayDecide, words),
      })
    case 'noMandate':
      return refusal.party
        ? t('refusal.noMandateParty', {
            matter: matterWord(refusal.matter, words),
            party: refusal.party.title,
          })
        : t('refusal.noMandate', { matter: matterWord(refusal.matter, words) })
    case 'overAmount':
      return t('refusal.overAmount', {
        amount: formatKrExact(refusal.amountKr, locale),
        max: formatKrExact(refusal.maxKr, locale),
      })
    case 'conflictOfInterest':
      return refusal.instead.length
        ? t('refusal.conflictOfInterest', { who: decidersText(refusal.instead, words) })
        : t('refusal.conflictOfInterestNobody')
    case 'noGate':
      return t('refusal.noGate', { stage: word('stages', refusal.stage) })
    case 'notActive':
    case 'wrongState':
      if (refusal.into) return t('refusal.partOf', { into: refusal.into.title })
      return t(`refusal.${refusal.why}`, { state: inSentence(word('states', refusal.state)) })
    case 'alreadyDecided':
      return t('refusal.alreadyDecided', {
        number: refusal.number,
        who: refusal.by.name,
        day: formatDay(refusal.on, locale, ''),
      })
    case 'decidedAtMeeting':
      return t('refusal.decidedAtMeeting', {
        forum: refusal.forum.title,
        day: formatDay(refusal.on, locale, ''),
      })
    case 'noAgreement':
      return t('refusal.noAgreement', { forum: refusal.forum?.title ?? t('refusal.theForum') })
    case 'roundOpen':
      return t('refusal.roundOpen', {
        matter: inSentence(word('decisionMatters', refusal.matter)),
        decided: titles(refusal.decided, words),
        waiting: titles(refusal.waiting, words),
      })
    case 'amountDiffers':
      return t('refusal.amountDiffers', {
        number: refusal.number,
        amount: formatKrExact(refusal.amountKr, locale),
      })
    case 'alreadySuperseded':
      return t('refusal.alreadySuperseded', { number: refusal.number })
    case 'movedOn':
      return t('refusal.movedOn', {
        stage: word('stages', refusal.stage),
        state: inSentence(word('states', refusal.state)),
      })
    case 'notYourEndorsement':
      return refusal.may.length
        ? t('refusal.notYourEndorsement', {
            party: refusal.party.title,
            who: formatList(
              refusal.may.map(({ name }) => name),
              locale,
            ),
          })
        : t('refusal.notYourEndorsementNobody', { party: refusal.party.title })
    case 'notYourTask':
      return t('refusal.notYourTask', {
        roles: formatList(
          refusal.people?.length
            ? refusal.people.map(({ name }) => name)
            : refusal.roles.map((role) => inSentence(word('roles', role))),
          locale,
        ),
      })
    case 'nothingToReport':
      return t('refusal.nothingToReport', { stage: word('stages', refusal.stage) })
    case 'futureMonth':
      return t('refusal.futureMonth', { month: formatMonth(refusal.month, locale) })
    case 'alreadyReported':
      return t('refusal.alreadyReported', {
        month: formatMonth(refusal.month, locale),
        who: refusal.by.name,
        day: formatDay(refusal.on, locale, ''),
      })
    case 'changedByOther': {
      const who = refusal.by?.name ?? t('refusal.someone')
      const fields = refusal.fields.map(({ field }) => inSentence(fieldText(field, words, refusal.of)))
      return fields.length
        ? t('refusal.changedByOtherFields', { who, fields: formatList(fields, locale) })
        : t('refusal.changedByOther', { who })
    }
    case 'invalid':
      return t('refusal.invalid', {
        problems: refusal.problems.map((problem) => problemText(problem, words, refusal.of)).join('; '),
      })
    case 'meeting':
      return t(`meeting.${refusal.fault}`, { names: formatList(refusal.names ?? [], locale) })
    case 'conflicted':
      return t('merge.conflicted', { names: formatList(refusal.names, locale) })
    case 'notMergeable':
      return t(`merge.${refusal.fault}`, { names: formatList(refusal.names.slice(0, 5), locale) })
    case 'unsound':
      return t(`unsound.${refusal.fault}`, { names: formatList(refusal.names.slice(0, 5), locale) })
    case 'document':
      return t(`refusal.document.${refusal.fault}`, {
        name: refusal.name,
        most: formatBytes(MOST_BYTES, locale),
      })
    case 'documentsOpen':
      return refusal.names.length
        ? t('refusal.documentsOpenMark', { names: formatList(refusal.names.slice(0, 5), locale) })
        : t('refusal.documentsOpen')
    case 'standsOpen':
      return t('refusal.standsOpen', { names: formatList(refusal.names.slice(0, 5), locale) })
    case 'confidentialThere':
      return t('refusal.confidentialThere', { numbers: formatList(refusal.numbers.slice(0, 5), locale) })
    case 'ranking':
      return rankingText(refusal.ranking, words)
    case 'scoring':
      return scoringText(refusal.scoring, words)
    case 'reminding':
      return t(`refusal.reminding.${refusal.fault}`, DIGEST_HOURS)
    case 'library':
      return t(`refusal.library.${refusal.fault}`)
    case 'circle':
      return t('refusal.circle', { chain: formatChain(refusal.through) })
    case 'busy':
      return t('refusal.busy', { seconds: refusal.seconds })
    default:
      return t(`refusal.${refusal.why}`)
  }
}

/** `Avdelningschef Hemtjänst (Anders Wiknersson)`, several with "och". */
export function decidersText(deciders: readonly Decider[], words: Words): string {
  return formatList(
    deciders.map(({ post, holder, party }) => `${post}${party ? `, ${party.title}` : ''} (${holder.name})`),
    words.locale,
  )
}

function problemText({ field, problem, limit }: FaultyField, words: Words, of?: string): string {
  return words.t(`problem.${problem}`, { field: fieldText(field, words, of), limit: limit ?? 255 })
}

/** `nr:14 title` from an import, `values.amountKr` from a form. */
function fieldText(field: string, words: Words, of?: string): string {
  const parts = field.split(' ')
  const name = parts.at(-1)?.split('.').at(-1) ?? field
  if (name === 'body' || name === 'rows') return words.t(`sent.${name}`)
  const known = [...formLists, ...words.forms()]
  const has = ({ columns }: List) => Object.hasOwn(columns, name)
  const list = known.find((one) => one.name === of && has(one)) ?? known.find(has) ?? initiatives
  return [...parts.slice(0, -1), words.label(list, name)].join(' ')
}

/** Lists whose columns people fill in. */
const formLists: List[] = [
  initiatives,
  decisions,
  costItems,
  benefits,
  dependencies,
  mandates,
  people,
  forums,
  units,
  portfolios,
  committees,
]

function rankingText(fault: RankingFault, words: Words): string {
  const { t, locale } = words
  switch (fault.fault) {
    case 'changed': {
      const [first, second, third, ...rest] = fault.changes
      const told = [first, second, third].flatMap((change) =>
        change ? [rankingChangeText(change, words)] : [],
      )
      return [
        t('refusal.ranking.changed'),
        ...told,
        ...(rest.length > 0 ? [t('refusal.ranking.more', { count: rest.length })] : []),
      ].join(' ')
    }
    case 'nothing':
    case 'notProposed':
      return t(`refusal.ranking.${fault.fault}`, { year: fault.year })
    case 'notOpen':
      return t(`refusal.ranking.notOpen.${fault.state}`)
    case 'proposedAnew':
      return t('refusal.ranking.proposedAnew', { who: fault.by?.name ?? t('refusal.ranking.somebody') })
    case 'raised':
      return t('refusal.ranking.raised', { forum: fault.forum.title })
    case 'notFree':
      return t(`refusal.ranking.notFree.${fault.basis}`, { title: fault.title })
    case 'aboveFirst':
    case 'prerequisite':
      return t(`refusal.ranking.${fault.fault}`, {
        title: fault.title,
        names: formatList(fault.names.slice(0, 5), locale),
      })
    case 'notRanked':
    case 'shared':
      return t(`refusal.ranking.${fault.fault}`, { title: fault.title })
  }
}

function scoringText(fault: ScoringFault, { t, locale }: Words): string {
  switch (fault.fault) {
    case 'weightsSum':
      return t('refusal.scoring.weightsSum', { sum: formatNumber(fault.sum, locale) })
    case 'notAStep':
      return t('refusal.scoring.notAStep', {
        value: formatNumber(fault.value, locale),
        least: LEAST_SCORE,
        most: MOST_SCORE,
      })
    case 'negativeWeight':
    case 'notScored':
      return t(`refusal.scoring.${fault.fault}`, { names: formatList(fault.titles.slice(0, 5), locale) })
    case 'sameTitle':
    case 'notTheirs':
      return t(`refusal.scoring.${fault.fault}`, { name: fault.title })
    default:
      return t('refusal.scoring.noCriteria')
  }
}

const titles = (refs: readonly Ref[], { locale }: Words) =>
  formatList(
    refs.map(({ title }) => title),
    locale,
  )

/** A word that begins a label, inside a sentence; abbreviations keep their capitals. */
export const inSentence = (label: string) =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

const matterWord = (matter: Matter, words: Words) => words.word('matters', matter)

/** `A → B → A`: back to where it began. */
const formatChain = (through: readonly Ref[]) =>
  [...through, ...through.slice(0, 1)].map(({ title }) => title).join(' → ')
