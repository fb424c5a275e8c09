/** Both versions of a field that two people changed, to choose between. */
import { Button } from '@fluentui/react-components'
import { initiatives } from '#src/lists/initiatives.ts'
import type { FieldConflict } from '#src/rules/refusal.ts'
import { useWords } from '../language.ts'
import { FieldView } from '../ui/fields/FieldView.tsx'
import styles from './Initiative.module.css'

export function Conflicts({
  conflicts,
  by,
  settle,
}: {
  conflicts: FieldConflict[]
  by: string | undefined
  settle: (conflict: FieldConflict, mine: boolean) => void
}) {
  const { t, label } = useWords()
  if (conflicts.length === 0) return null
  return (
    <div role='alert' className={styles.conflict}>
      <h3>{t('conflict.title')}</h3>
      <p>{t('conflict.by', { who: by ?? t('refusal.someone') })}</p>
      {conflicts.map((conflict) => (
        <fieldset key={conflict.field}>
          <legend>{label(initiatives, conflict.field)}</legend>
          <div className={styles.versions}>
            <div>
              <h4>{t('conflict.mine')}</h4>
              <FieldView list={initiatives} field={conflict.field} value={conflict.mine} />
              <Button size='small' onClick={() => settle(conflict, true)}>
                {t('conflict.useMine')}
              </Button>
            </div>
            <div>
              <h4>{t('conflict.theirs')}</h4>
              <FieldView list={initiatives} field={conflict.field} value={conflict.theirs} />
              <Button size='small' onClick={() => settle(conflict, false)}>
                {t('conflict.useTheirs')}
              </Button>
            </div>
          </div>
        </fieldset>
      ))}
    </div>
  )
}
