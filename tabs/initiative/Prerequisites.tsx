/** What an initiative waits for, each settled or not. */
import { Button, Checkbox, Field } from '@fluentui/react-components'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Ref } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { newKey } from '../act.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { useOptions } from '../ui/fields/options.ts'
import { OnePicker } from '../ui/fields/Picker.tsx'
import { Refusals } from '../ui/Refusals.tsx'
import type { Whole } from '../ui/useWhole.ts'
import styles from './Initiative.module.css'

export function Prerequisites({ whole, mayEdit }: { whole: Whole; mayEdit: boolean }) {
  const { t, word } = useWords()
  const { session } = useSession()
  const all = useItems(session.data, initiatives)
  const options = useOptions('needs').filter((o) => 'key' in o.value && o.value.key !== whole.initiative.key)
  const [needed, setNeeded] = useState<Ref>()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const rows = whole.preparation.dependencies.filter((d) => !d.archived)
  const save = async (row: string, values: Record<string, unknown>, base: Record<string, unknown> = {}) => {
    const initiative = whole.initiative.key
    const answer = await session.acting.act('saveRow', {
      initiative,
      list: 'dependencies',
      row,
      values,
      base,
    })
    setRefusals('refusals' in answer ? answer.refusals : [])
  }
  return (
    <section className={styles.section} id='section-dependencies' aria-labelledby='title-dependencies'>
      <h2 id='title-dependencies'>{t('initiative.prerequisites')}</h2>
      {rows.length === 0 && <p className={styles.quiet}>{t('initiative.noPrerequisites')}</p>}
      <ul className={styles.rows}>
        {rows.map((d) => {
          const other = all.find((i) => i.key === d.needs?.key)
          return (
            <li key={d.key}>
              <span>
                {other ? (
                  <Link className={styles.link} href={`/initiative/${encodeURIComponent(other.key)}`}>
                    {other.number} {other.title}
                  </Link>
                ) : (
                  d.title
                )}
                {other && <span className={styles.quiet}> {word('stages', other.stage)}</span>}
              </span>
              <Checkbox
                label={t('initiative.settled')}
                checked={d.settled === true}
                disabled={!mayEdit}
                onChange={(_, { checked }) =>
                  void save(d.key, { settled: checked === true }, { settled: d.settled ?? null })
                }
              />
            </li>
          )
        })}
      </ul>
      {mayEdit && (
        <div className={styles.together}>
          <Field key={rows.length} size='small' label={t('initiative.pickInitiative')}>
            <OnePicker
              label={t('initiative.pickInitiative')}
              options={options}
              value={needed}
              change={(v) => setNeeded((v as Ref | null) ?? undefined)}
            />
          </Field>
          <Button
            disabledFocusable={!needed}
            onClick={() =>
              needed &&
              void save(newKey(), { title: needed.title, needs: needed }).then(() => setNeeded(undefined))
            }
          >
            {t('app.save')}
          </Button>
        </div>
      )}
      <Refusals refusals={refusals} />
    </section>
  )
}
