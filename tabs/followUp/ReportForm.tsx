/** Writes a month's report: last month's copied forward, doubted where the figures contradict a green light, sent once. */
import { useRef, useState, useSyncExternalStore } from 'react'
import { type Aspect, aspects, type StatusReport, statusReports } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Month } from '#src/rules/days/months.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { type Contradiction, contradictionsOf, judgedOn } from '#src/rules/reporting.ts'
import { formatKrExact, formatList, formatMonth } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { LightPicker } from '../ui/lights/LightPicker.tsx'
import { Refusals } from '../ui/Refusals.tsx'
import { contradictionText } from '#src/text/reportSayings.ts'
import type { Reports } from '../ui/reports/useReports.ts'
import { argsOf, draftFrom, draftName, judgedDraft, kronorOf, type ReportDraft, useDraft } from './draft.ts'
import { RiskList } from './RiskList.tsx'
import { MoneyField, NoteField } from './TypedFields.tsx'
import styles from './Report.module.css'

const required: readonly Aspect[] = ['economy', 'quality', 'time']

export function ReportForm({
  initiative,
  month,
  last,
  allocationKr,
  points,
}: {
  initiative: Initiative
  month: Month
  /** The report before, to copy forward. */
  last: StatusReport | undefined
  allocationKr: number | undefined
  points: Reports['points']
}) {
  const words = useWords()
  const { t, label, locale } = words
  const { session, today } = useSession()
  const { draft: kept, ready, keep } = useDraft(draftName(initiative.key, month))
  const [fresh] = useState(() => draftFrom(last))
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const queue = useSyncExternalStore(session.acting.subscribe, session.acting.queue)
  if (!ready) return null

  const draft = kept ?? fresh
  const change = (next: Partial<ReportDraft>) => keep({ ...draft, ...next })
  const found = contradictionsOf({
    report: judgedDraft(draft, month, allocationKr),
    initiative,
    points,
    on: judgedOn(month, today),
  })
  const unchosen = required.filter((aspect) => !draft.lights[aspect])
  const isUnexplained = found.length > 0 && !draft.explanation.trim()
  const isWrong = [draft.forecast, draft.spent].some((typed) => kronorOf(typed) === null)

  const send = async () => {
    setAsked(true)
    if (unchosen.length > 0 || isUnexplained || isWrong) {
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[data-missing=true] input, [aria-invalid=true]')?.focus(),
      )
      return
    }
    setBusy(true)
    // Kept until the server has it: what waits for the net may still be refused.
    keep(draft)
    const answer = await session.acting.act('sendReport', argsOf(draft, initiative.key, month), {}, draft.key)
    setBusy(false)
    if ('refusals' in answer) setRefusals(answer.refusals)
    else if ('done' in answer) keep(undefined)
  }

  if (queue.some(({ key }) => key === draft.key)) return <p role='status'>{t('report.queued')}</p>
  const doubts = (aspect: Aspect | undefined) => found.filter((one) => one.aspect === aspect)
  const hint = (value: string | undefined) =>
    last && value !== undefined && t('report.lastMonth', { month: formatMonth(last.month, locale), value })
  const kr = (amount: number | undefined) =>
    amount === undefined ? undefined : formatKrExact(amount, locale)
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p className={styles.quiet}>
        {last ? t('report.draftFrom', { month: formatMonth(last.month, locale) }) : t('report.draftNew')}{' '}
        {session.data.cache.works && t('report.draftKept')}{' '}
        {kept && (
          <button type='button' className={styles.link} onClick={() => keep(undefined)}>
            {t('report.startOver')}
          </button>
        )}
      </p>
      {aspects.map((aspect) => (
        <LightPicker
          key={aspect}
          legend={
            label(statusReports, aspect) + (required.includes(aspect) ? '' : ` (${t('report.optional')})`)
          }
          value={draft.lights[aspect]}
          missing={asked && unchosen.includes(aspect)}
          change={(light) => change({ lights: { ...draft.lights, [aspect]: light } })}
        >
          <Doubts found={doubts(aspect)} />
        </LightPicker>
      ))}
      <Doubts found={doubts(undefined)} />
      {found.length > 0 && (
        <NoteField
          label={label(statusReports, 'explanation')}
          hint={t('report.question')}
          value={draft.explanation}
          change={(explanation) => change({ explanation })}
          invalid={asked && isUnexplained}
        />
      )}
      <div className={styles.pair}>
        <MoneyField
          label={label(statusReports, 'forecastKr')}
          hint={
            allocationKr === undefined
              ? undefined
              : `${label(statusReports, 'allocationKr')}: ${formatKrExact(allocationKr, locale)}`
          }
          value={draft.forecast}
          change={(forecast) => change({ forecast })}
        />
        <MoneyField
          label={label(statusReports, 'spentKr')}
          hint={hint(kr(last?.spentKr)) || undefined}
          value={draft.spent}
          change={(spent) => change({ spent })}
        />
      </div>
      <NoteField
        label={label(statusReports, 'changed')}
        hint={hint(last?.changed) || undefined}
        value={draft.changed}
        change={(changed) => change({ changed })}
      />
      <NoteField
        label={label(statusReports, 'next')}
        value={draft.next}
        change={(next) => change({ next })}
      />
      <RiskList risks={draft.risks} change={(risks) => change({ risks })} />
      {asked && unchosen.length > 0 && (
        <p role='alert' className={styles.wrong}>
          {t('report.chooseLight', {
            aspects: formatList(
              unchosen.map((aspect) => label(statusReports, aspect).toLowerCase()),
              locale,
            ),
          })}
        </p>
      )}
      <Refusals refusals={asked && isUnexplained ? [{ why: 'unexplained' }] : refusals} />
      <div className={styles.send}>
        <button type='submit' className={styles.primary} aria-disabled={busy} disabled={busy}>
          {t('report.send')}
        </button>
        <span className={styles.quiet}>{t('report.frozen')}</span>
      </div>
    </form>
  )
}

function Doubts({ found }: { found: readonly Contradiction[] }) {
  const words = useWords()
  const { today } = useSession()
  if (found.length === 0) return null
  return (
    <div className={styles.doubt} role='status'>
      <b>{words.t('report.contradicted')}</b>
      {found.map((one) => (
        <div key={JSON.stringify(one)}>{contradictionText(one, words, today)}</div>
      ))}
    </div>
  )
}
