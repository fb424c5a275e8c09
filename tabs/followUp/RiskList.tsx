/** The risks of a report: each with its level, what is done about it, and whether it is over. */
import { useEffect, useRef } from 'react'
import { type Risk, type RiskLevel, riskLevels } from '#src/lists/followUp.ts'
import { statusReports } from '#src/lists/followUp.ts'
import { useWords } from '../language.ts'
import styles from './Report.module.css'

export function RiskList({ risks, change }: { risks: readonly Risk[]; change: (risks: Risk[]) => void }) {
  const { t, word, label } = useWords()
  const list = useRef<HTMLFieldSetElement>(null)
  const added = useRef(false)
  useEffect(() => {
    if (added.current) list.current?.querySelector<HTMLElement>('li:last-child input')?.focus()
    added.current = false
  })
  const put = (at: number, next: Partial<Risk>) =>
    change(risks.map((risk, i) => (i === at ? { ...risk, ...next } : risk)))
  return (
    <fieldset ref={list} className={styles.risks}>
      <legend>{label(statusReports, 'risks')}</legend>
      {risks.length === 0 && <p className={styles.quiet}>{t('report.noRisks')}</p>}
      <ol>
        {risks.map((risk, at) => {
          const number = at + 1
          const named = (what: string) => `${t('report.risk', { number })}: ${what}`
          return (
            <li key={number}>
              <input
                aria-label={named(t('report.riskText'))}
                placeholder={t('report.riskText')}
                maxLength={255}
                value={risk.text}
                onChange={(event) => put(at, { text: event.target.value })}
              />
              <select
                aria-label={named(t('report.riskLevel'))}
                value={risk.level}
                onChange={(event) => put(at, { level: event.target.value as RiskLevel })}
              >
                {(Object.keys(riskLevels) as RiskLevel[]).map((level) => (
                  <option key={level} value={level}>
                    {word('riskLevels', level)}
                  </option>
                ))}
              </select>
              <input
                aria-label={named(t('report.riskRemedy'))}
                placeholder={t('report.riskRemedy')}
                value={risk.remedy ?? ''}
                onChange={(event) => put(at, { remedy: event.target.value })}
              />
              <label className={styles.closed}>
                <input
                  type='checkbox'
                  checked={risk.closed === true}
                  onChange={(event) => put(at, { closed: event.target.checked })}
                />{' '}
                {t('report.riskClosed')}
              </label>
              <button
                type='button'
                className={styles.button}
                aria-label={t('report.removeRisk', { number })}
                onClick={() => change(risks.filter((_, i) => i !== at))}
              >
                <span aria-hidden='true'>×</span>
              </button>
            </li>
          )
        })}
      </ol>
      <button
        type='button'
        className={styles.button}
        onClick={() => {
          added.current = true
          change([...risks, { text: '', level: 'medium' }])
        }}
      >
        {t('report.addRisk')}
      </button>
    </fieldset>
  )
}
