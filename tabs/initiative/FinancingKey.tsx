/** How a shared initiative is paid: each party's share, what it comes to, and what the party itself has decided. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Decision } from '#src/lists/decisions.ts'
import { type FinancingShare, isWholeShare } from '#src/lists/initiatives.ts'
import { costSum } from '#src/rules/money/businessCase.ts'
import { sharesAround } from '#src/rules/money/shares.ts'
import { partiesOf } from '#src/rules/mandate.ts'
import { byNumber } from '#src/rules/meetings/outcomes.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatKr, formatKrExact, formatNumber } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Refusals } from '../ui/Refusals.tsx'
import type { Whole } from '../ui/useWhole.ts'
import { Fold } from './Fold.tsx'
import styles from './Initiative.module.css'

export function FinancingKey({
  whole,
  mayEdit,
  opened,
}: {
  whole: Whole
  mayEdit: boolean
  opened: boolean
}) {
  const { t, word, locale } = useWords()
  const { session } = useSession()
  const { initiative, decisions, preparation } = whole
  const saved = initiative.financingShares
  const rows = sharesAround(partiesOf(initiative, preparation.tree), saved)
  const [typed, setTyped] = useState<Record<string, string>>()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const total = costSum(whole.costItems).projectKr || initiative.costHighKr || 0

  const shares = rows.map((share): FinancingShare => {
    const text = typed?.[share.party.key]
    return text === undefined ? share : { ...share, percent: readPercent(text) }
  })
  const sum = shares.reduce((all, { percent }) => all + percent, 0)
  const isReady = shares.every(({ percent }) => percent >= 0 && percent <= 100) && isWholeShare(shares)
  const save = async () => {
    const changes = { financingShares: shares.filter(({ percent }) => percent > 0) }
    const answer = await session.acting.act('prepareInitiative', {
      initiative: initiative.key,
      changes,
      base: { financingShares: saved ?? null },
    })
    if ('refusals' in answer) return setRefusals(answer.refusals)
    setRefusals([])
    setTyped(undefined)
  }
  /** The party's own decision; where one post decides for all, its decision is each party's. */
  const decided = (party: string): Decision | undefined =>
    decisions
      .filter((d) => d.matter === 'financing' && (d.party?.key ?? party) === party)
      .toSorted((a, b) => byNumber(b, a))[0]
  return (
    <Fold
      id='financing'
      title={t('share.title')}
      says={
        saved?.length
          ? saved.map(({ party, percent }) => `${party.title} ${formatNumber(percent, locale)} %`).join(', ')
          : t('share.none')
      }
      opened={opened || typed !== undefined}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) void save()
        }}
      >
        <table className={styles.money}>
          <caption className='visually-hidden'>{t('share.title')}</caption>
          <thead>
            <tr>
              <th scope='col'>{t('share.party')}</th>
              <th scope='col' className={styles.amount}>
                {t('share.percent')}
              </th>
              <th scope='col' className={styles.amount}>
                {t('share.amount')}
              </th>
              <th scope='col'>{t('share.decision')}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ party, percent }) => {
              const decision = decided(party.key)
              const amount = (total * percent) / 100
              return (
                <tr key={party.key}>
                  <th scope='row'>{party.title}</th>
                  <td className={styles.amount}>
                    {typed ? (
                      <input
                        aria-label={t('share.of', { party: party.title })}
                        inputMode='decimal'
                        className={styles.percent}
                        value={typed[party.key] ?? formatNumber(percent, locale)}
                        onChange={(event) => setTyped({ ...typed, [party.key]: event.target.value })}
                      />
                    ) : (
                      `${formatNumber(percent, locale)} %`
                    )}
                  </td>
                  <td className={styles.amount} title={formatKrExact(amount, locale)}>
                    {total > 0 && formatKr(amount, locale)}
                  </td>
                  <td>
                    {decision
                      ? `${decision.number} ${word('outcomes', decision.outcome).toLowerCase()}${
                          decision.amountKr === undefined ? '' : `, ${formatKr(decision.amountKr, locale)}`
                        }`
                      : t('share.undecided')}
                  </td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope='row'>{t('initiative.total')}</th>
              <td className={styles.amount}>{`${formatNumber(sum, locale)} %`}</td>
              <td className={styles.amount}>{total > 0 && formatKr((total * sum) / 100, locale)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
        {typed && !isReady && (
          <p role='status'>
            ▲{' '}
            {t(sum < 100 ? 'share.left' : 'share.over', {
              percent: formatNumber(Math.abs(100 - sum), locale),
            })}
          </p>
        )}
        <Refusals refusals={refusals} />
        {typed ? (
          <div className={styles.actions}>
            <Button type='submit' appearance='primary' disabledFocusable={!isReady}>
              {t('app.save')}
            </Button>
            <Button onClick={() => setTyped(undefined)}>{t('app.cancel')}</Button>
          </div>
        ) : (
          mayEdit && (
            <Button size='small' onClick={() => setTyped({})}>
              {t('share.edit')}
            </Button>
          )
        )}
      </form>
    </Fold>
  )
}

/** What isn't a number counts as more than all, so that it can't be saved. */
const readPercent = (text: string) => {
  const figure = text.replaceAll(/[\s%\u00A0]/g, '').replace(',', '.')
  return figure === '' ? 0 : Number.isNaN(Number(figure)) ? Number.POSITIVE_INFINITY : Number(figure)
}
